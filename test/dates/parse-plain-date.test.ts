import { expect, test } from 'vitest'
import { parsePlainDate } from '../../src/dates/parse-plain-date.ts'

// The slow way reads these as well, so that only a look at the fast one shows whether it does.
test.each([
  ['2012', 2012, undefined, undefined],
  ['0000', 0, undefined, undefined],
  ['9090', 9090, undefined, undefined],
  ['2012-01', 2012, 1, undefined],
  ['2012-12', 2012, 12, undefined],
  ['2012-03-01', 2012, 3, 1],
  ['2012-03-31', 2012, 3, 31],
  ['2012-02-29', 2012, 2, 29],
  ['1980-10-20', 1980, 10, 20],
])('%s is read', (text, year, month, day) => {
  expect(parsePlainDate(text)).toEqual({ kind: 'date', year, month, day, doubt: undefined })
})

test.each([
  ...['', '201', '20123', '2012-', '2012-3', '2012-3-', '2012-03-', '2012-03-1', '2012-03-17T'],
  ...['201X', '-012', '/012', ':012', '2012-0X', '2012-X3', '2012-03-1X', '2012-03-X7'],
  ...['2012/03', '2012_03', '2012-03/17', '20120317', '2012003', '2012003017'],
  ...['2012-00', '2012-13', '2012-21', '2012-99', '2012-03-00', '2012-03-32', '2011-02-29'],
  ...['2012-00-05', '2012-13-01', '2012?', '2012-03~'],
])('%j is left to the slow way', (text) => {
  expect(parsePlainDate(text)).toBeUndefined()
})
