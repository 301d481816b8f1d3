import { expect, test } from 'vitest'
import { isoDay } from '../../src/dates/calendar.ts'
import { momentOf } from '../../src/dates/moment.ts'

const never = [Infinity, Infinity]

test.each([
  ['2012', ['2012-01-01', '2012-12-31']],
  ['2012-03-17', ['2012-03-17', '2012-03-17']],
  ['2009/2012-03', ['2009-01-01', '2012-03-31']],
  ['2012~', ['2011-01-01', '2013-12-31']],
  // What began at an unknown time stands where it ended.
  ['/2012', ['2012-12-31', '2012-12-31']],
  ['../2012', ['2012-12-31', '2012-12-31']],
  ['2012/', ['2012-01-01', Infinity]],
  ['2012/..', ['2012-01-01', Infinity]],
  ['../..', never],
  ['some day', never],
  [undefined, never],
])('%s stands from the first to the last of %j', (when, expected) => {
  const days = momentOf(when).map((day) => (Number.isFinite(day) ? isoDay(day) : day))
  expect(days).toEqual(expected)
})
