import { expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { readStrict } from '../../src/documents/read-strict.ts'

/** So many ones in a list behind a key: with the three around them, that many values. */
function listOf(length: number, behindKey = ' '): string {
  return `a:${behindKey}[${'1, '.repeat(length)}]\n`
}

/** So many items of a list, in a file that has a tab and is therefore read with patience. */
function besideTab(item: string, count: number): string {
  return `a:\tb\nc:\n${item.repeat(count)}`
}

test('200,000 values are read as those of any other file', () => {
  const text = listOf(199_997)
  expect(readStrict({ path: 'a.yaml', text })).toBeDefined()
  expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
})

test('200,000 values beside a tab are allowed', () => {
  const text = listOf(199_998, '\t')
  expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
})

test('100,001 texts in lines are no more values than others', () => {
  const text = besideTab('- |\n  d\n', 100_001)
  expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
})

test('a thousand comments above them are no mistakes, and are no values', () => {
  const text = `${'# Read.\n'.repeat(1000)}${listOf(199_998, '\t')}`
  const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect([root?.entries.length, diagnostics]).toEqual([1, []])
})

test.each([
  ['200,001 values in a list', listOf(200_001)],
  ['200,001 values beside a tab', listOf(199_999, '\t')],
  ['200,001 values between commas', `a: [${','.repeat(1_000_000)}]\n`],
  ['200,001 values behind dashes', `a:\tb\nc:\n${'-\n'.repeat(200_001)}`],
  ['200,001 values in maps', `a:\n${'- { b: c }\n'.repeat(67_000)}`],
  ['200,002 keys and the nothing behind them', besideTab('- d:\n', 100_001)],
  ['200,004 keys and values between single quotes', besideTab("- 'd': 'e'\n  'f': 'g'\n", 50_001)],
  ['200,004 keys and values between double quotes', besideTab('- "d": "e"\n  "f": "g"\n', 50_001)],
  ['200,004 keys and texts', besideTab('- d: |\n    e\n  f: |\n    g\n', 50_001)],
])('%s are too many', (_, text) => {
  const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(root).toBeUndefined()
  expect(diagnostics[0]?.message).toContain('more than 200,000 values')
})
