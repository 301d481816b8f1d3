import { expect, test } from 'vitest'
import { type Day, dayOf } from '../../src/dates/calendar.ts'
import { monthName } from '../../src/dates/calendar-words.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { firstPossibleDay, lastPossibleDay } from '../../src/dates/possible-days.ts'

function day(iso: string): Day {
  if (iso === 'ever') return Number.NEGATIVE_INFINITY
  if (iso === 'never') return Number.POSITIVE_INFINITY
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  return dayOf(year, month, date)
}

// Around a day, the nearest day at which the date may hold: the last one until it, the first one from it on.
test.each([
  ['2012', '2011-12-31', 'ever', '2012-01-01'],
  ['2012', '2012-01-01', '2012-01-01', '2012-01-01'],
  ['2012', '2012-06-01', '2012-06-01', '2012-06-01'],
  ['2012', '2012-12-31', '2012-12-31', '2012-12-31'],
  ['2012', '2013-01-01', '2012-12-31', 'never'],
  ['2012-21', '2012-02-29', 'ever', '2012-03-01'],
  ['2012-21', '2012-06-01', '2012-05-31', 'never'],
  ['1950S2', '1899-12-31', 'ever', '1900-01-01'],
  ['1950S2', '2000-01-01', '1999-12-31', 'never'],
  ['2012-XX-25', '2012-03-26', '2012-03-25', '2012-04-25'],
  ['2012-XX-25', '2012-03-25', '2012-03-25', '2012-03-25'],
  ['2012-XX-25', '2012-01-24', 'ever', '2012-01-25'],
  ['2012-XX-25', '2012-12-26', '2012-12-25', 'never'],
  ['2012-03-17/2012-03-19', '2012-03-16', 'ever', '2012-03-17'],
  ['2012-03-17/2012-03-19', '2012-03-17', '2012-03-17', '2012-03-17'],
  ['2012-03-17/2012-03-19', '2012-03-19', '2012-03-19', '2012-03-19'],
  ['2012-03-17/2012-03-19', '2012-03-20', '2012-03-19', 'never'],
  ['[2009,2012]', '2010-06-01', '2009-12-31', '2012-01-01'],
  ['{..2009,2012..}', '2010-06-01', '2009-12-31', '2012-01-01'],
])('%s around %s: %s and %s', (text, around, until, from) => {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(`${text} is no date.`)
  expect(lastPossibleDay(result.date, day(around))).toBe(day(until))
  expect(firstPossibleDay(result.date, day(around))).toBe(day(from))
})

test.each([0, 13])('there is no month %i', (month) => {
  expect(() => monthName(month)).toThrow(RangeError)
})
