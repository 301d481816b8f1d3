import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '../../src/dates/bounds.ts'
import type { Edtf } from '../../src/dates/edtf.ts'
import { formatEdtf } from '../../src/dates/format-edtf.ts'
import { formatSpan, holdsDuring, holdsOn, intersect } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { anyDate } from './edtf-texts.ts'
import {
  bounds,
  epochDay,
  first,
  isoDays,
  last,
  type Meaning,
  mayHold,
  meaningOf,
  mustHold,
  possibleDays,
} from './naive-days.ts'

const numRuns = Number(process.env.FC_RUNS ?? 300)
const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns }

function dateOf(text: string): Edtf {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.problem)}`)
  return result.date
}

function answer(meaning: Meaning, from: number, to: number) {
  if (mustHold(meaning, from, to)) return 'certain'
  return mayHold(meaning, from, to) ? 'possible' : 'no'
}

const dayInWindow = fc.integer({ min: 0, max: isoDays.length - 1 })

/** Days at which something changes are worth more than days in the middle of nowhere. */
function tellingDays(meaning: Meaning): number[] {
  const edges = meaning.members
    .flat()
    .flatMap(({ starts, ends }) => [first(starts), last(starts), first(ends), last(ends)])
  const near = edges.flatMap((day) => [day - 1, day, day + 1])
  return [...new Set(near)].filter((day) => day >= 0 && day < isoDays.length)
}

test('bounds are those of the naive reading', () => {
  fc.assert(
    fc.property(anyDate, (text) => {
      expect(boundsOf(dateOf(text)), text).toEqual(bounds(meaningOf(text)))
    }),
    runs,
  )
})

test('holdsOn is right on every day at which something changes, and on others', () => {
  fc.assert(
    fc.property(anyDate, fc.array(dayInWindow, { maxLength: 5 }), (text, others) => {
      const [date, meaning] = [dateOf(text), meaningOf(text)]
      for (const day of [...tellingDays(meaning).slice(0, 24), ...others]) {
        expect(holdsOn(date, epochDay(day)), `${text} on ${isoDays[day]}`).toBe(
          answer(meaning, day, day),
        )
      }
    }),
    runs,
  )
})

test('holdsDuring is right for ranges between days at which something changes', () => {
  fc.assert(
    fc.property(anyDate, fc.nat(), fc.nat(), dayInWindow, (text, one, other, far) => {
      const [date, meaning] = [dateOf(text), meaningOf(text)]
      const days = [...tellingDays(meaning), far]
      const a = days[one % days.length] ?? far
      const b = days[other % days.length] ?? far
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      expect(
        holdsDuring(date, epochDay(from), epochDay(to)),
        `${text} from ${isoDays[from]} to ${isoDays[to]}`,
      ).toBe(answer(meaning, from, to))
    }),
    runs,
  )
})

test('intersect goes from the first to the last day on which all can hold', () => {
  fc.assert(
    fc.property(fc.array(anyDate, { minLength: 1, maxLength: 3 }), (texts) => {
      const [some = [], ...others] = texts.map((text) => possibleDays(meaningOf(text)))
      const sets = others.map((days) => new Set(days))
      const shared = some.filter((day) => sets.every((days) => days.has(day)))
      const [from, to] = [shared[0], shared.at(-1)]
      const expected =
        from === undefined || to === undefined
          ? undefined
          : { from: epochDay(from), to: epochDay(to) }
      expect(intersect(texts.map(dateOf)), texts.join(' with ')).toEqual(expected)
    }),
    { ...runs, numRuns: Math.ceil(numRuns / 3) },
  )
})

test('the canonical text reads back as the same date and stays as it is', () => {
  fc.assert(
    fc.property(anyDate, (text) => {
      const date = dateOf(text)
      const canonical = formatEdtf(date)
      expect(dateOf(canonical), canonical).toEqual(date)
      expect(formatEdtf(dateOf(canonical))).toBe(canonical)
    }),
    runs,
  )
})

test('the text of a span is a date with the bounds of the span', () => {
  fc.assert(
    fc.property(dayInWindow, dayInWindow, (one, other) => {
      const span = { from: epochDay(Math.min(one, other)), to: epochDay(Math.max(one, other)) }
      const { earliestStart, latestEnd } = boundsOf(dateOf(formatSpan(span)))
      expect({ from: earliestStart, to: latestEnd }).toEqual(span)
    }),
    runs,
  )
})

test('no text throws, and every suggestion is a date', () => {
  const alphabet = '0123456789X-/.,?~%[]{}YESTuz :march'
  const near = fc.tuple(anyDate, fc.nat(), fc.constantFrom(...alphabet)).map(([text, at, char]) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + char + text.slice(place + (at % 2))
  })
  fc.assert(
    fc.property(fc.oneof(near, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      const result = parseEdtf(text)
      if (result.ok) return
      const { start, end, suggestion } = result.problem
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThanOrEqual(text.length)
      if (suggestion !== undefined) dateOf(suggestion)
    }),
    { ...runs, numRuns: 10 * numRuns },
  )
})
