import { describe, expect, test } from 'vitest'
import { datePrefixes } from '../../src/dates/date-prefixes.ts'

describe('dates', () => {
  test.each([
    ['2012', { date: '2012', exact: true }],
    ['2012-03', { date: '2012-03', exact: true }],
    ['2012-03-26', { date: '2012-03-26', exact: true }],
    ['2012~', { date: '2012', exact: false }],
    ['2009/2012-03', { startDate: '2009', endDate: '2012-03', exact: true }],
    ['2009?/2012', { startDate: '2009', endDate: '2012', exact: false }],
    ['2009/..', { startDate: '2009', exact: false }],
    ['/2012', { endDate: '2012', exact: true }],
    ['201X', { startDate: '2010-01-01', endDate: '2019-12-31', exact: false }],
    ['2012-21', { startDate: '2012-03-01', endDate: '2012-05-31', exact: false }],
    ['[2009..2011]', { startDate: '2009-01-01', endDate: '2011-12-31', exact: false }],
    ['-0043', { exact: false }],
    ['Y170000002', { exact: false }],
    ['some day', { exact: false }],
  ])('%s', (when, dates) => {
    expect(datePrefixes(when)).toEqual(dates)
  })
})
