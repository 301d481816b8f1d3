import { expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'

test.each([
  ['199,000 values', `a: [${'1, '.repeat(199_000)}]\n`],
  ['199,000 values beside a tab', `a: [${'1, '.repeat(199_000)}]\nb:\tc\n`],
])('%s are allowed', (_, text) => {
  expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
})

test.each([
  ['200,001 values in a list', `a: [${'1, '.repeat(200_001)}]\n`],
  ['200,001 values between commas', `a: [${','.repeat(1_000_000)}]\n`],
  ['200,001 values in maps', `a:\n${'- { b: c }\n'.repeat(67_000)}`],
  ['200,001 quoted values beside a tab', `a:\t[${'"", '.repeat(200_001)}]\n`],
])('%s are too many', (_, text) => {
  const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(root).toBeUndefined()
  expect(diagnostics[0]?.message).toContain('more than 200,000 values')
})
