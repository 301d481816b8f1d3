// @ts-expect-error The package brings no types.
import edtf from 'edtf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '../../src/dates/bounds.ts'
import { describeEdtf } from '../../src/dates/describe-edtf.ts'
import { formatEdtf } from '../../src/dates/format-edtf.ts'
import { holdsDuring } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { parsePlainDate } from '../../src/dates/parse-plain-date.ts'
import { anyDate } from '../dates/edtf-texts.ts'
import { keepTrying } from './keep-trying.ts'

const digit = fc.constantFrom(...'0123456789X')
const number = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((digits) => digits.join(''))
const qualifier = fc.constantFrom('', '', '', '?', '~', '%')
const part = (length: number) =>
  fc.tuple(qualifier, number(length), qualifier).map((parts) => parts.join(''))
const year = fc.oneof(
  part(4),
  fc.tuple(fc.constantFrom('Y', 'Y-', '-'), fc.nat(999_999_999)).map((parts) => parts.join('')),
  fc.tuple(fc.nat(9999), fc.nat(9), fc.nat(6)).map(([a, b, c]) => `Y${a}E${b}S${c}`),
  fc.tuple(fc.nat(9999), fc.nat(5)).map(([a, c]) => `${String(a).padStart(4, '0')}S${c}`),
)
const single = fc
  .tuple(year, fc.option(part(2), { nil: undefined }), fc.option(part(2), { nil: undefined }))
  .map((parts) => parts.filter((one) => one !== undefined).join('-'))
/** Of the grammar's shape, but with numbers that no calendar has. */
const shaped = fc.oneof(
  single,
  fc
    .tuple(single, fc.constantFrom('/', '..', '/..', '../', '/ ', ','), single)
    .map((p) => p.join('')),
  fc
    .tuple(
      fc.constantFrom('[]', '{}'),
      fc.array(single, { maxLength: 4 }),
      fc.constantFrom(',', ', ', '..'),
    )
    .map(([[open = '', close = ''], members, between]) => open + members.join(between) + close),
)
const near = fc
  .tuple(fc.oneof(anyDate, shaped), fc.nat(), fc.string({ maxLength: 2 }), fc.nat(2))
  .map(([text, at, other, cut]) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + other + text.slice(place + cut)
  })

test('a date has bounds in order, words, and a canonical text', async () => {
  await keepTrying('dates', 0.1, fc.oneof(shaped, anyDate, near), (text) => {
    const result = parseEdtf(text)
    const plain = parsePlainDate(text)
    if (!result.ok) {
      expect(plain).toBeUndefined()
      const { suggestion } = result.problem
      if (suggestion !== undefined) expect(parseEdtf(suggestion).ok, suggestion).toBe(true)
      return
    }
    const { date } = result
    const { earliestStart, latestStart, earliestEnd, latestEnd } = boundsOf(date)
    const days = [earliestStart, latestStart, earliestEnd, latestEnd]
    for (const day of days) expect(Number.isNaN(day)).toBe(false)
    expectOrder(earliestStart, latestStart)
    expectOrder(earliestEnd, latestEnd)
    expectOrder(earliestStart, latestEnd)
    expect(['certain', 'possible', 'no']).toContain(holdsDuring(date, -1e6, 1e6))
    expect(describeEdtf(date)).not.toMatch(/NaN|undefined|Infinity|^$/)
    const canonical = formatEdtf(date)
    expect(parseEdtf(canonical), canonical).toEqual({ ok: true, date })
    expectSameAsPackage(text, [earliestStart, latestEnd])
  })
})

function expectOrder(a: number | undefined, b: number | undefined): void {
  if (a !== undefined && b !== undefined) expect(a).toBeLessThanOrEqual(b)
}

/** Where every reading agrees: dates of four digits and intervals of them, in which nothing is hidden or doubted. */
function expectSameAsPackage(text: string, [from, to]: readonly (number | undefined)[]): void {
  if (!/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(text) || /-[2-4]\d(\/|$)/.test(text)) return
  const other = readByPackage(text)
  if (other === undefined) return
  const { min, max } = other
  expect([from, to]).toEqual([min, max].map((time) => Math.floor(time / 86_400_000)))
}

/** It takes no interval that begins and ends in the same year. */
function readByPackage(text: string): { readonly min: number; readonly max: number } | undefined {
  try {
    return edtf(text) as { readonly min: number; readonly max: number }
  } catch {
    return undefined
  }
}
