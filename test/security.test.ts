import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// docs/security.md names a test for every attack; here it is held to that.

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!attack |:?-)/.test(line))
  .map((line) => {
    const [attack = '', outcome = '', proof = ''] = line.slice(2, -2).split(' | ')
    return { attack, outcome, proof }
  })

test('every attack has its outcome and its tests', () => {
  expect(rows.length).toBeGreaterThan(120)
  for (const { attack, outcome, proof } of rows) {
    expect(attack.length * outcome.length, attack).toBeGreaterThan(0)
    expect(citations(proof).length, attack).toBeGreaterThan(0)
  }
})

test('every test that is named is there, and names are names of tests', () => {
  const missing = rows.flatMap(({ proof }) => citations(proof)).filter((one) => !isThere(one))
  expect(missing).toEqual([])
})

test('a name that is no test is noticed', () => {
  expect(isThere({ file: 'server/guard', name: 'a trailing dot' })).toBe(true)
  expect(isThere({ file: 'server/guard', name: 'trailing dot' })).toBe(false)
  expect(isThere({ file: 'server/nothing', name: 'a trailing dot' })).toBe(false)
})

interface Citation {
  readonly file: string
  readonly name: string
}

/** `server/guard` “a trailing dot” “two fields”, or the case `cases/bad-id`. */
function citations(proof: string): Citation[] {
  return [...proof.matchAll(/`([\w/-]+)`((?: “[^”]+”)*)/g)].flatMap(([, file = '', names = '']) => {
    const found = [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name }))
    return found.length > 0 || !file.startsWith('cases/') ? found : [{ file, name: '' }]
  })
}

/** A test's name, or that of one of its rows, is a literal of its own in the file. */
function isThere({ file, name }: Citation): boolean {
  if (file.startsWith('cases/')) return existsSync(`test/${file}/expected.txt`)
  const path = `test/${file}.test.ts`
  if (!existsSync(path)) return false
  const text = readFileSync(path, 'utf8').replaceAll("\\'", "'")
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`))
}
