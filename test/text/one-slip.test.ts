import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachSlipHash, isOneSlipApart } from '../../src/text/one-slip.ts'

const letters = ['a', 'b', 'c']

/** All that one slip can make of a text, made in the plainest way. */
function slipsOf(text: string): ReadonlySet<string> {
  const all = [...text]
  const places = Array.from({ length: text.length + 1 }, (_, at) => at)
  const without = all.map((letter, at) => ({ letter, rest: all.toSpliced(at, 1) }))
  return new Set(
    [
      ...places.flatMap((at) => letters.map((letter) => all.toSpliced(at, 0, letter))),
      ...without.map(({ rest }) => rest),
      ...all.flatMap((_, at) => letters.map((letter) => all.with(at, letter))),
      ...without.flatMap(({ letter, rest }) => places.map((at) => rest.toSpliced(at, 0, letter))),
    ].map((slip) => slip.join('')),
  )
}

function hashes(text: string): ReadonlySet<number> {
  const all = new Set<number>()
  eachSlipHash(text, (hash) => void all.add(hash))
  return all
}

const word = fc
  .array(fc.constantFrom(...letters), { minLength: 7, maxLength: 10 })
  .map((all) => all.join(''))

test('two words are one slip apart where one is a slip of the other, and then they share a hash', () => {
  let apart = 0
  fc.assert(
    fc.property(word, fc.nat(), word, fc.boolean(), (text, pick, other, isSlip) => {
      const slips = slipsOf(text)
      const second = isSlip ? ([...slips][pick % slips.size] as string) : other
      expect([second, isOneSlipApart(text, second)]).toEqual([second, slips.has(second)])
      expect(isOneSlipApart(second, text)).toBe(slips.has(second))
      if (slips.has(second))
        expect([...hashes(second)].some((hash) => hashes(text).has(hash))).toBe(true)
      else apart++
    }),
    { numRuns: 2000 },
  )
  expect(apart).toBeGreaterThan(500)
})

test('short words and very long ones must be equal', () => {
  expect(isOneSlipApart('abcab', 'abcac')).toBe(false)
  expect(isOneSlipApart('abcab', 'abcab')).toBe(true)
  const long = 'abc'.repeat(22)
  expect(isOneSlipApart(long, `b${long.slice(1)}`)).toBe(false)
})

test('two letters that differ are no letter that has moved', () => {
  expect(isOneSlipApart('numualanver', 'usmualanver')).toBe(false)
  expect(isOneSlipApart('numualanver', 'unmualanver')).toBe(true)
})
