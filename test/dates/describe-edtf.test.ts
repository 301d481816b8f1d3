import { expect, test } from 'vitest'
import { describeEdtf } from '../../src/dates/describe-edtf.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { seasons } from '../../src/dates/seasons.ts'

function described(text: string): string {
  const result = parseEdtf(text)
  return result.ok ? describeEdtf(result.date) : result.problem.kind
}

// Each reads on after "Makhdum Nusrat led the group, …".
test.each([
  ['2012-03-17', 'on 17 March 2012'],
  ['2012-03', 'in March 2012'],
  ['2012', 'in 2012'],
  ['0033', 'in AD 33'],
  ['-0043-03-15', 'on 15 March 44 BC'],
  ['0000', 'in 1 BC'],
  ['Y170000002', 'in 170000002'],
  ['2012~', 'about 2012'],
  ['2012-03-17~', 'about 17 March 2012'],
  ['2012?', 'in 2012 (uncertain)'],
  ['2012-03%', 'about March 2012 (uncertain)'],
  ['2004-06~-11', 'on 11 June 2004 (year and month approximate)'],
  ['?2004-06-~11', 'on 11 June 2004 (day approximate, year uncertain)'],
  ['201X', 'in the 2010s'],
  ['201X~', 'about the 2010s'],
  ['200X', 'in a year from 2000 to 2009'],
  ['20XX', 'in a year from 2000 to 2099'],
  ['2X12', 'in a year of the form 2X12'],
  ['-01XX', 'in a year from 200 BC to 101 BC'],
  ['XXXX', 'in an unknown year'],
  ['2012-XX', 'in 2012 (month unknown)'],
  ['2012-XX-XX', 'in 2012 (month and day unknown)'],
  ['2012-05-XX', 'in May 2012 (day unknown)'],
  ['2012-XX-25', 'on day 25 of an unknown month of 2012'],
  ['2012-XX-2X', 'on a day from 20 to 29 of an unknown month of 2012'],
  ['2012-05-XX?', 'in May 2012 (day unknown, uncertain)'],
  ['2012-1X', 'in October, November or December 2012'],
  ['2012-0X', 'in a month from January to September 2012'],
  ['2012-1X-27', 'on 27 October, November or December 2012'],
  ['2012-05-2X', 'on a day from 20 to 29 May 2012'],
  ['2012-05-X2', 'on 2, 12 or 22 May 2012'],
  ['201X-12-25', 'on 25 December in the 2010s'],
  ['XXXX-12-25', 'on 25 December of an unknown year'],
  ['XXXX-12-XX', 'in December of an unknown year (day unknown)'],
  ['2012-21', 'in spring 2012'],
  ['2012-24', 'in winter 2012/2013'],
  ['2012-25', 'in spring 2012 (northern hemisphere)'],
  ['2012-30', 'in summer 2012/2013 (southern hemisphere)'],
  ['2012-34', 'in the second quarter of 2012'],
  ['2012-38', 'in the second third of 2012'],
  ['2012-41', 'in the second half of 2012'],
  ['1950S2', 'about 1950 (between 1900 and 1999)'],
  ['1950S4', 'in 1950'],
  ['2009/2012-03', 'from 2009 to March 2012'],
  ['2009~/2012?', 'from about 2009 to 2012 (uncertain)'],
  ['2012-03-17/2012-03-20', 'from 17 to 20 March 2012'],
  ['2012-03-17/2012-05-02', 'from 17 March to 2 May 2012'],
  ['2011-12-25/2012-01-02', 'from 25 December 2011 to 2 January 2012'],
  ['2012-03/2012-05', 'from March to May 2012'],
  ['2012-03-17/2012-05', 'from 17 March 2012 to May 2012'],
  ['2012-03-17/2012', 'from 17 March 2012 to later in 2012'],
  ['2012/2012-03', 'from earlier in 2012 to March 2012'],
  ['2012/2012', 'within 2012'],
  ['2012-03-17/2012-03-17', 'on 17 March 2012'],
  ['../2012', 'until 2012'],
  ['../2012-03-17~', 'until about 17 March 2012'],
  ['2011/..', 'since 2011'],
  ['../..', 'at all times'],
  ['2012/', 'from 2012 (end unknown)'],
  ['/2012', 'until 2012 (start unknown)'],
  ['/..', 'since an unknown date'],
  ['../', 'until an unknown date'],
  ['[2011,2013]', 'in 2011 or 2013'],
  ['[2012]', 'in 2012'],
  ['[1667,1668,1670..1672]', 'in 1667, 1668 or a year from 1670 to 1672'],
  ['[2011,2012-03-17]', 'in 2011 or on 17 March 2012'],
  ['[2011~,2012]', 'about 2011 or in 2012'],
  ['[2012-03-18..2012-12-31]', 'on a day from 18 March to 31 December 2012'],
  ['[2012-03..2012-05]', 'in a month from March to May 2012'],
  ['[2012-03-18..]', 'on or after 18 March 2012'],
  ['[..1760-12-03]', 'on or before 3 December 1760'],
  ['[..1984]', 'in or before 1984'],
  ['{1960,1961-12}', 'in 1960 and December 1961'],
  ['{1667,1668,1670..1672}', 'in 1667, 1668 and each year from 1670 to 1672'],
  ['{2012-03-17..2012-03-20}', 'on each day from 17 to 20 March 2012'],
  ['{..1984}', 'in each year until 1984'],
  ['{2012-03..}', 'in each month since March 2012'],
])('%s: %s', (text, expected) => {
  expect(described(text)).toBe(expected)
})

test('every season has a name of its own', () => {
  const names = [...seasons.keys()].map((code) => described(`2012-${code}`))
  expect(new Set(names).size).toBe(seasons.size)
})
