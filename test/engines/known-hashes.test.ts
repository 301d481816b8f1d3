import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownHashes } from '../../src/engines/known-hashes.ts'

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', '', 'a--knows--b', 'ä.yaml', '北/x.yaml', '🙂', '__proto__'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)
/** Without a hash the key is taken. */
const step = fc.tuple(key, fc.option(fc.string({ maxLength: 22 }), { freq: 3 }))

test('it answers as a map does', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
      const known = knownHashes()
      const map = new Map<string, string | null | undefined>()
      const take = (one: string) => {
        expect(known.take(one)).toBe(map.get(one) ?? undefined)
        if (map.has(one)) map.set(one, null)
      }
      const put = (one: string, hash: string) => {
        known.put(one, hash)
        if (!map.has(one)) map.set(one, hash)
      }
      for (const [one, hash] of steps) {
        if (hash === null) take(one)
        else put(one, hash)
      }
      const left = [...map].filter(([, hash]) => hash !== null).map(([one]) => one)
      expect(known.left()).toEqual(left)
    }),
  )
})

test('more than a page, and what is longer than one', () => {
  const known = knownHashes()
  const keys = Array.from({ length: 50_000 }, (_, at) => `person-${at}--knows--person-${at + 1}`)
  const long = 'x'.repeat(2 ** 20 + 7)
  for (const one of [...keys.slice(0, 100), long, ...keys.slice(100)]) known.put(one, `#${one}`)
  for (const one of keys) expect(known.take(one)).toBe(`#${one}`)
  expect(known.left()).toEqual([long])
  expect(known.take(long)).toBe(`#${long}`)
  expect(known.left()).toEqual([])
})
