import { expect, test } from 'vitest'
import { type Day, dayOf } from '../../src/dates/calendar.ts'
import type { Edtf } from '../../src/dates/edtf.ts'
import { formatSpan, holdsDuring, holdsOn, intersect } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'

function dateOf(text: string | undefined): Edtf | undefined {
  if (text === undefined) return undefined
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(`${text} is no date: ${result.problem.kind}`)
  return result.date
}

function day(iso: string): Day {
  const [year, month, date] = iso.split('-').map(Number)
  return dayOf(year ?? 0, month ?? 1, date ?? 1)
}

test.each([
  [undefined, '2012-03-17', 'possible'],
  ['2012-03-17', '2012-03-17', 'certain'],
  ['2012-03-17', '2012-03-18', 'no'],
  ['2012-03-17?', '2012-03-17', 'possible'],
  ['2012-03-17?', '2012-03-18', 'no'],
  ['2012-03-17~', '2012-03-17', 'possible'],
  ['2012-03-17~', '2012-03-18', 'possible'],
  ['2012-03-17~', '2012-03-19', 'no'],
  ['2012-03', '2012-03-17', 'possible'],
  ['2012', '2012-12-31', 'possible'],
  ['2012', '2013-01-01', 'no'],
  ['2012~', '2013-12-31', 'possible'],
  // From the latest start to the earliest end there is no way around it.
  ['2009/2012', '2009-12-30', 'possible'],
  ['2009/2012', '2009-12-31', 'certain'],
  ['2009/2012', '2012-01-01', 'certain'],
  ['2009/2012', '2012-01-02', 'possible'],
  ['2009/2012', '2013-01-01', 'no'],
  ['2009~/2012~', '2009-12-31', 'possible'],
  ['2009~/2012~', '2010-12-31', 'certain'],
  ['2009?/2012', '2011-01-01', 'possible'],
  ['../2012', '1500-01-01', 'certain'],
  ['../2012', '2012-06-01', 'possible'],
  ['2011/..', '9000-01-01', 'certain'],
  ['/2012-03-17', '2012-03-17', 'certain'],
  ['/2012-03-17', '2012-03-16', 'possible'],
  ['2012-03-17/', '2012-03-17', 'certain'],
  ['2012-03-17/', '2013-01-01', 'possible'],
  ['2012-03-17/', '2012-03-16', 'no'],
  ['../..', '2012-03-17', 'certain'],
  // Gaps are gaps.
  ['2012-1X-27', '2012-11-27', 'possible'],
  ['2012-1X-27', '2012-11-26', 'no'],
  ['2012-1X-27?', '2012-11-27', 'possible'],
  ['2012-1X-27?', '2012-11-26', 'no'],
  ['2012-1X-27~', '2012-11-26', 'possible'],
  ['1950S2', '1999-12-31', 'possible'],
  ['1950S2', '2000-01-01', 'no'],
  ['XXXX-12-25', '2011-12-25', 'possible'],
  ['XXXX-12-25', '2011-12-24', 'no'],
  ['2000-X2-30', '2000-12-30', 'certain'],
  ['[2009,2012]', '2010-06-01', 'no'],
  ['[2009,2012]', '2012-06-01', 'possible'],
  ['[2012-03-17,2012-03-18]', '2012-03-17', 'possible'],
  ['[2012-03-18..]', '2012-03-18', 'possible'],
  ['{2012-03-17,2012-03-19}', '2012-03-17', 'certain'],
  ['{2012-03-17,2012-03-19}', '2012-03-18', 'no'],
  ['{2012-03-17?,2012-03-19}', '2012-03-17', 'possible'],
  ['{2012-03-17?,2012-03-19}', '2012-03-19', 'certain'],
  ['{2012-03-17..2012-03-19}', '2012-03-18', 'certain'],
  ['{2009..2012}', '2010-06-01', 'possible'],
  ['{..2012-03-17}', '1500-01-01', 'certain'],
])('%s on %s: %s', (text, on, expected) => {
  expect(holdsOn(dateOf(text), day(on))).toBe(expected)
})

test.each([
  [undefined, '2012-01-01', '2012-12-31', 'possible'],
  // Whenever it was in March, it was in 2012.
  ['2012-03', '2012-01-01', '2012-12-31', 'certain'],
  ['2012', '2012-01-01', '2012-12-31', 'certain'],
  ['2012', '2012-01-02', '2012-12-31', 'possible'],
  ['2012?', '2012-01-01', '2012-12-31', 'possible'],
  ['2012~', '2012-01-01', '2012-12-31', 'possible'],
  ['2012~', '2011-01-01', '2013-12-31', 'certain'],
  ['2009/2012', '2009-01-01', '2009-12-31', 'certain'],
  ['2009/2012', '2009-01-01', '2009-12-30', 'possible'],
  ['2012/', '2012-01-01', '2012-12-31', 'certain'],
  ['2012/', '2013-01-01', '2013-12-31', 'possible'],
  ['[2009,2012]', '2010-01-01', '2011-12-31', 'no'],
  ['[2009,2012]', '2009-01-01', '2012-12-31', 'certain'],
  ['[2009,2012]', '2009-01-01', '2011-12-31', 'possible'],
  ['{2009,2012}', '2009-01-01', '2011-12-31', 'certain'],
  ['{2009..2012}', '2009-06-01', '2010-12-31', 'certain'],
  ['{2009..2012}', '2009-06-01', '2010-12-30', 'possible'],
  ['{2012-03..2012-05}', '2012-04-01', '2012-04-30', 'certain'],
  ['{2012-03..2012-05}', '2012-05-01', '2013-04-30', 'certain'],
  ['{2012-03..2012-05}', '2012-05-02', '2013-04-30', 'possible'],
  ['{..1984}', '1492-01-01', '1492-12-31', 'certain'],
  ['2012', '2012-12-31', '2012-01-01', 'no'],
  [undefined, '2012-12-31', '2012-01-01', 'no'],
])('%s from %s to %s: %s', (text, from, to, expected) => {
  expect(holdsDuring(dateOf(text), day(from), day(to))).toBe(expected)
})

test('all of time holds everything', () => {
  const [ever, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const text of ['2012', '../2012', '/..', '[..1984]', '{..1984}', 'XXXX-12-25']) {
    expect(holdsDuring(dateOf(text), ever, never), text).toBe('certain')
  }
})

test.each([
  [[], '../..'],
  [[undefined], '../..'],
  [['2011/..', '../2012-03-17'], '2011/2012-03-17'],
  [['2011/..', undefined, '../2012'], '2011/2012'],
  [['2012', '2012-03'], '2012-03'],
  [['1950S2', '1990/..'], '1990/1999'],
  [['2012', '2012-03-17'], '2012-03-17'],
  [['2009/2010', '2011'], undefined],
  [['../2012-03-17', '/2015'], '../2012-03-17'],
  [['2009~', '2011~'], '2010'],
  // From a day on which all of them can hold, to a day on which all of them can.
  [['[2009,2012]', '2010/..'], '2012'],
  [['XXXX-12-25', '2010-06/2013-06'], '2010-12-25/2012-12-25'],
  [['XXXX-12-25', '2012-XX-26'], undefined],
  [['XXXX-XX-25', '201X-1X-2X', '2012-03/..'], '2012-10-25/2019-12-25'],
])('%j together: %s', (texts, expected) => {
  const span = intersect(texts.map(dateOf))
  expect(span && formatSpan(span)).toBe(expected)
})

test.each([
  ['2012', '2013-01-01', undefined, 'no'],
  ['2012', '2012-06-01', undefined, 'possible'],
  ['2012', '2012-01-01', undefined, 'certain'],
  ['2009/..', '2013-01-01', undefined, 'certain'],
  ['2009/', '2013-01-01', undefined, 'possible'],
  ['/2012', '2013-01-01', undefined, 'no'],
  ['[2009,2011]', '2012-01-01', undefined, 'no'],
  ['2012', undefined, '2011-12-31', 'no'],
  ['2012', undefined, '2012-12-31', 'certain'],
  ['2009/..', undefined, '2008-12-31', 'no'],
] as const)('%s in the time from %s to %s on: %s', (text, from, to, expected) => {
  const range = [from ? day(from) : -Infinity, to ? day(to) : Infinity] as const
  expect(holdsDuring(dateOf(text), ...range)).toBe(expected)
})

test('a search through thousands of years is given up with what it has not ruled out', () => {
  const span = intersect([dateOf('XXXX-XX-25'), dateOf('XXXX-XX-26'), dateOf('1000/3000')])
  expect(span?.from).toBeGreaterThan(day('1000-01-01'))
  expect(span?.to).toBeLessThan(day('3000-12-31'))
  expect(intersect([dateOf('XXXX-XX-25'), dateOf('XXXX-XX-26'), dateOf('2009/2012')])).toBe(
    undefined,
  )
})

test.each([
  ['2012-01-01', '2012-12-31', '2012'],
  ['2011-01-01', '2012-12-31', '2011/2012'],
  ['2012-03-01', '2012-03-31', '2012-03'],
  ['2012-02-01', '2012-02-28', '2012-02/2012-02-28'],
  ['2012-01-01', '2012-01-31', '2012-01'],
  ['2012-12-01', '2012-12-31', '2012-12'],
  ['2012-03-01', '2012-05-31', '2012-03/2012-05'],
  ['2012-01-01', '2012-01-01', '2012-01-01'],
  ['2012-12-31', '2012-12-31', '2012-12-31'],
  ['2012-03-17', '2012-12-31', '2012-03-17/2012'],
  ['2012-03-17', '2012-03-18', '2012-03-17/2012-03-18'],
])('from %s to %s is %s', (from, to, expected) => {
  expect(formatSpan({ from: day(from), to: day(to) })).toBe(expected)
})

test('a span beyond four digits is told in whole years', () => {
  expect(formatSpan({ from: dayOf(9999, 12, 30), to: dayOf(10_000, 1, 1) })).toBe(
    '9999-12-30/Y10000',
  )
  expect(formatSpan({ from: dayOf(-12_000, 5, 1), to: dayOf(-12_000, 6, 1) })).toBe('Y-12000')
})
