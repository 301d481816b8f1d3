import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDateOf, dayOf, daysInMonth, isoDay } from '../../src/dates/calendar.ts'

const oneDay = 86_400_000
const seed = 20120317

test('days agree with the machine calendar for as long as that goes', () => {
  const limit = 100_000_000
  fc.assert(
    fc.property(fc.integer({ min: -limit, max: limit }), (day) => {
      const machine = new Date(day * oneDay)
      const date = {
        year: machine.getUTCFullYear(),
        month: machine.getUTCMonth() + 1,
        day: machine.getUTCDate(),
      }
      expect(calendarDateOf(day)).toEqual(date)
      expect(dayOf(date.year, date.month, date.day)).toBe(day)
    }),
    { seed, numRuns: 2000 },
  )
})

test('every day of four centuries follows the one before', () => {
  let day = dayOf(1900, 1, 1)
  for (let year = 1900; year < 2300; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(dayOf(year, month, 1)).toBe(day)
      expect(calendarDateOf(day)).toEqual({ year, month, day: 1 })
      day += daysInMonth(year, month)
    }
  }
})

test('years beyond every clock are still exact', () => {
  const year = 1_000_000_000_000
  expect(dayOf(year + 1, 1, 1) - dayOf(year, 1, 1)).toBe(366)
  expect(calendarDateOf(dayOf(-year, 12, 31))).toEqual({ year: -year, month: 12, day: 31 })
})

test.each([
  [1970, 1, 1, 0, '1970-01-01'],
  [1969, 12, 31, -1, '1969-12-31'],
  [2000, 2, 29, 11_016, '2000-02-29'],
  [2012, 3, 17, 15_416, '2012-03-17'],
  [0, 3, 1, -719_468, '0000-03-01'],
  [-44, 3, 15, -735_525, '-0044-03-15'],
  [9999, 12, 31, 2_932_896, '9999-12-31'],
  [10_000, 1, 1, 2_932_897, '+10000-01-01'],
  [-12_345, 6, 7, -5_228_289, '-12345-06-07'],
])('%i-%i-%i is day %i, %s', (year, month, date, day, iso) => {
  expect(dayOf(year, month, date)).toBe(day)
  expect(isoDay(day)).toBe(iso)
})

test('an open end has no date', () => {
  expect(() => isoDay(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})

test.each([
  [2012, 2, 29],
  [2011, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [0, 2, 29],
  [-4, 2, 29],
  [2012, 4, 30],
  [2012, 12, 31],
])('month %i-%i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days)
})
