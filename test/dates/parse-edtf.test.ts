import { expect, test } from 'vitest'
import { edtfProblemKinds } from '../../src/dates/edtf-problem.ts'
import { formatEdtf } from '../../src/dates/format-edtf.ts'
import { type EdtfResult, parseEdtf } from '../../src/dates/parse-edtf.ts'

function canonical(text: string): string {
  const result = parseEdtf(text)
  return result.ok ? formatEdtf(result.date) : result.problem.kind
}

function problemOf(result: EdtfResult) {
  return result.ok ? undefined : result.problem
}

// The examples of the specification, level by level, and the forms next to them.
const canonicalTexts = [
  ...['1985-04-12', '1985-04', '1985', '0000', '2012-02-29', '2000-02-29'],
  ...['1964/2008', '2004-06/2006-08', '2004-02-01/2005-02-08', '2004-02-01/2005-02'],
  ...['2004-02-01/2005', '2005/2006-02'],

  ...['Y170000002', 'Y-170000002', '2001-21', '2001-22', '2001-23', '2001-24'],
  ...['1984?', '2004-06~', '2004-06-11%'],
  ...['201X', '20XX', '2004-XX', '1985-04-XX', '1985-XX-XX', 'XXXX'],
  ...['1985-04-12/..', '1985-04/..', '1985/..', '../1985-04-12', '../1985-04', '../1985'],
  ...['1985-04-12/', '1985-04/', '1985/', '/1985-04-12', '/1985-04', '/1985'],
  ...['/..', '../', '../..', '-1985', '-0044-03-15', '1984~/2004-06', '1984/2004-06~'],
  ...['1984?/2004%', '1984-06-02?/2004-08-08~'],

  ...['1950S2', 'Y171010000S3', '-1950S2', '0095S1', '0000S1'],
  ...['2001-25', '2001-28', '2001-29', '2001-32', '2001-33', '2001-34', '2001-36'],
  ...['2001-37', '2001-39', '2001-40', '2001-41'],
  ...['[1667,1668,1670..1672]', '[..1760-12-03]', '[1760-12..]', '[1760-01,1760-02,1760-12..]'],
  ...['[1667,1760-12]', '[..1984]', '{1667,1668,1670..1672}', '{1960,1961-12}', '{..1984}'],
  ...['[2012-21,2013?]', '{201X,2012-1X-27}', '[2012]', '[..1984,1990,1995..]'],
  ...['2004-06~-11', '2004?-06-11', '2004-?06-~11', '2004?-06-~11', '2004-%06-11'],
  ...['156X-12-25', '15XX-12-25', 'XXXX-12-XX', '1XXX-XX', '1XXX-12', '1984-1X'],
  ...['2012-1X-27', 'XXXX-12-25', 'XXXX-02-29', '-01XX', '-XXXX-12-XX', '201X~', '2012-XX?'],
  ...['2004-06-~01/2004-06-~20', '2004-06-XX/2004-07-03', '2012-05-27/2012-05-2X'],
  ...['2012/2012-03', '2012-03-17/2012', '201X-02-29'],
]

test.each(canonicalTexts)('%s is a date and stays as it is', (text) => {
  expect(canonical(text)).toBe(text)
})

// Other ways to write the same.
test.each([
  ['Y-17E7', 'Y-170000000'],
  ['Y3388E2S3', 'Y338800S3'],
  ['Y1E12', 'Y1000000000000'],
  ['?2012', '2012?'],
  ['?2004-06-~11', '2004?-06-~11'],
  ['~2004-~06-~11', '2004-06-11~'],
  ['2004?-06~-11%', '2004-06-11%'],
  ['2004?-06~', '2004%-~06'],
  ['?2004~-06', '2004%-06'],
  ['2004-06?-~11', '2004-06?-~11'],
  ['2004-06?-~11?', '2004-06?-%11'],
])('%s is %s', (text, other) => {
  expect(canonical(text)).toBe(other)
})

// What is refused, where, and what was meant.
const refused: [text: string, kind: string, start: number, end: number, suggestion?: string][] = [
  ['', 'empty', 0, 0],
  ['9'.repeat(65), 'too-long', 0, 65],
  ['99999', 'not-edtf', 0, 5],
  ['19', 'not-edtf', 0, 2],
  ['201', 'not-edtf', 0, 3],
  ['~', 'not-edtf', 0, 1],
  ['2012_03', 'not-edtf', 0, 7],
  ['2012-03:17', 'not-edtf', 0, 10],
  ['2012-03-17-', 'not-edtf', 0, 11],
  ['2012-03-17T24:00:00Z', 'time-of-day', 10, 20, '2012-03-17'],
  ['2012-03-17T10', 'time-of-day', 10, 13, '2012-03-17'],
  ['2012-03-17 10:00:00', 'time-of-day', 10, 19, '2012-03-17'],
  ['2012-02-30T10:00', 'time-of-day', 10, 16],
  ['2012-03-16/2012-03-17T10:00', 'time-of-day', 21, 27, '2012-03-16/2012-03-17'],
  ['-0000', 'no-such-year', 0, 5, '0000'],
  ['-0000S1', 'no-such-year', 0, 7],
  ['2012-13', 'no-such-month', 0, 7],
  ['2012-42', 'no-such-month', 0, 7],
  ['2012-3X', 'no-such-month', 0, 7],
  ['2012-21-05', 'no-such-month', 0, 10, '2012-05-21'],
  ['2012-21-00', 'no-such-month', 0, 10],
  ['2012-00', 'no-such-month', 0, 7, '2012'],
  ['2012-00-00', 'no-such-month', 0, 10, '2012'],
  ['-0044-00', 'no-such-month', 0, 8, '-0044'],
  ['2012-00-05', 'no-such-month', 0, 10],
  ['2012-02-30', 'no-such-day', 0, 10],
  ['2011-02-29', 'no-such-day', 0, 10],
  ['1900-02-29', 'no-such-day', 0, 10],
  ['2012-04-31~', 'no-such-day', 0, 11],
  ['2012-02-3X', 'no-such-day', 0, 10],
  ['20X1-02-29', 'no-such-day', 0, 10],
  ['XXXX-02-30', 'no-such-day', 0, 10],
  ['2012-03-00', 'no-such-day', 0, 10, '2012-03'],
  ['2012-03-?00', 'no-such-day', 0, 11, '2012-03'],
  ['2012-03-00?', 'no-such-day', 0, 11, '2012-03'],
  ['[2012-00-00,2013-00-00,2014-00-00]', 'no-such-month', 1, 11, '[2012,2013,2014]'],
  // Four faults are mended, five are not.
  ['[2011-00,2012-00,2013-00,2014-00]', 'no-such-month', 1, 8, '[2011,2012,2013,2014]'],
  ['[2011-00,2012-00,2013-00,2014-00,2015-00]', 'no-such-month', 1, 8],
  ['2012-03-00/2013-00-00', 'no-such-day', 0, 10, '2012-03/2013'],
  ['Y2012', 'short-long-year', 0, 5, '2012'],
  ['Y17E1', 'short-long-year', 0, 5, '0170'],
  ['Y9999', 'short-long-year', 0, 5, '9999'],
  ['Y-44', 'short-long-year', 0, 4, '-0044'],
  ['Y1950S2', 'short-long-year', 0, 7, '1950S2'],
  ['Y2E12', 'year-out-of-range', 0, 5],
  ['Y1E999', 'year-out-of-range', 0, 6],
  [`Y${'9'.repeat(63)}`, 'year-out-of-range', 0, 64],
  ['1950S5', 'wrong-significant-digits', 0, 6],
  ['1950S0', 'wrong-significant-digits', 0, 6],
  ['Y171010000S10', 'wrong-significant-digits', 0, 13],
  ['2012-21~', 'cannot-be-qualified', 0, 8],
  ['?2012-21', 'cannot-be-qualified', 0, 8],
  ['Y170000002~', 'cannot-be-qualified', 0, 11],
  ['1950S2?', 'cannot-be-qualified', 0, 7],
  ['1950S12~', 'cannot-be-qualified', 0, 8],
  ['Y171010000S3?', 'cannot-be-qualified', 0, 13],
  ['2012-21/2012-22', 'season-in-interval', 0, 7, '2012-03/2012-08'],
  ['2011/2012-24', 'season-in-interval', 5, 12, '2011/2013-02'],
  ['2012-04/2012-01', 'reversed', 0, 15, '2012-01/2012-04'],
  ['2012~/2011', 'reversed', 0, 10, '2011/2012~'],
  ['2012-03-18/2012-03-17?', 'reversed', 0, 22, '2012-03-17?/2012-03-18'],
  ['[2012..2010]', 'reversed', 1, 11, '[2010..2012]'],
  ['{2009,2012-03..2012-01}', 'reversed', 6, 22, '{2009,2012-01..2012-03}'],
  ['/', 'says-nothing', 0, 1],
  ['[..]', 'says-nothing', 1, 3],
  ['[]', 'empty-member', 1, 1],
  ['[2011,,2012]', 'empty-member', 6, 6],
  ['[2011..2012-03]', 'uneven-range', 1, 14],
  ['[2011..2012~]', 'uneven-range', 7, 12],
  ['[201X..]', 'uneven-range', 1, 5],
  ['[2012-21..]', 'uneven-range', 1, 8],
  ['[1667,1760-12..,1800]', 'open-range-inside', 6, 15],
  ['[1667,..1800]', 'open-range-inside', 6, 12],
  ['[2011,2012-02-30]', 'no-such-day', 6, 16],
  ['2011/2012-13', 'no-such-month', 5, 12],
  ['2011/2012/2013', 'not-edtf', 0, 14],
  ['[2011', 'not-edtf', 0, 5],
  ['{2011', 'not-edtf', 0, 5],
  ['2011}', 'not-edtf', 0, 5],
]

test.each(refused)('%j is refused: %s', (text, kind, start, end, suggestion) => {
  const problem = problemOf(parseEdtf(text))
  expect(problem).toMatchObject({ kind, start, end })
  expect(problem?.suggestion).toBe(suggestion)
})

test('every kind of problem is shown above', () => {
  const shown = new Set(refused.map(([, kind]) => kind))
  expect([...edtfProblemKinds].filter((kind) => !shown.has(kind))).toEqual([])
})

test.each([
  ['2012-02-30', 29],
  ['2011-02-29', 28],
  ['2012-04-31', 30],
  ['2012-05-32', 31],
  ['2012-02-3X', 29],
  ['20X1-02-29', undefined],
])('%s names the last day of the month: %s', (text, lastDay) => {
  const problem = problemOf(parseEdtf(text))
  expect(problem?.lastDay).toBe(lastDay)
  expect('lastDay' in (problem ?? {})).toBe(lastDay !== undefined)
})

// What people write, and what it is in EDTF.
test.each([
  ['17 March 2012', '2012-03-17'],
  ['17th of March, 2012', '2012-03-17'],
  ['March 17, 2012', '2012-03-17'],
  ['Sunday, 25 December 2011', '2011-12-25'],
  ['25. Dec. 2011', '2011-12-25'],
  ['17-Mar-2012', '2012-03-17'],
  ['2012 March 7', '2012-03-07'],
  ['March 2012', '2012-03'],
  ['January 2012', '2012-01'],
  ['March 2012.', '2012-03'],
  ['in Sept. 2012', '2012-09'],
  ['2012-3-7', '2012-03-07'],
  ['2012-3', '2012-03'],
  ['2012-11-7', '2012-11-07'],
  ['2012/3/17', '2012-03-17'],
  ['2012.03.17', '2012-03-17'],
  ['20120317', '2012-03-17'],
  ['17.03.2012', '2012-03-17'],
  ['3. 4. 2012', '2012-04-03'],
  ['17/03/2012', '2012-03-17'],
  ['17-03-2012', '2012-03-17'],
  ['17-11-2012', '2012-11-17'],
  ['11-17-2012', '2012-11-17'],
  ['3/17/2012', '2012-03-17'],
  ['04/04/2012', '2012-04-04'],
  ['03/2012', '2012-03'],
  ['circa 2012', '2012~'],
  ['c. 2012', '2012~'],
  ['ca.2012', '2012~'],
  ['about March 2012', '2012-03~'],
  ['2012 ?', '2012?'],
  ['2012 (?)', '2012?'],
  ['March 2012?', '2012-03?'],
  ['perhaps 2012', '2012?'],
  ['circa 2012?', '2012%'],
  ['the 1990s', '199X'],
  ['2010s', '201X'],
  ["1990's", '199X'],
  ['199u', '199X'],
  ['2012-xx', '2012-XX'],
  ['2012-03-??', '2012-03-XX'],
  ['y170000002', 'Y170000002'],
  ['spring 2012', '2012-21'],
  ['spring  2012', '2012-21'],
  ['the fall of 2012', '2012-23'],
  ['Q2 2012', '2012-34'],
  ['2012-Q4', '2012-36'],
  ['2009-2012', '2009/2012'],
  ['2009–2012', '2009/2012'],
  ['2009 – March 2012', '2009/2012-03'],
  ['2009 / 2012', '2009/2012'],
  ['from 2009 to March 2012', '2009/2012-03'],
  ['17 March 2012 to 20 March 2012', '2012-03-17/2012-03-20'],
  ['2009/circa 2012', '2009/2012~'],
  ['since 2011', '2011/..'],
  ['until March 2012', '../2012-03'],
  ['2011-present', '2011/..'],
  ['2011/now', '2011/..'],
  ['2011 / present', '2011/..'],
  ['2011/open', '2011/..'],
  ['unknown/2012', '/2012'],
  ['2011/?', '2011/'],
  ['−0044', '-0044'],
  ['[2011, 2012]', '[2011,2012]'],
  ['{2011 .. 2012}', '{2011..2012}'],
  ['summer 2012', '2012-22'],
  ['the autumn of 2012', '2012-23'],
  ['q3 2012', '2012-35'],
  ['q32012', '2012-35'],
  ['2012q3', '2012-35'],
  // The digits of other scripts: Arabic, Persian, Devanagari, full width.
  ['٢٠١٢-٠٣-١٧', '2012-03-17'],
  ['۲۰۱۲', '2012'],
  ['/२०१२', '/2012'],
  ['２０１２－０３', '2012-03'],
  // Letters that look like digits.
  ['2O12', '2012'],
  ['2O11-O9', '2011-09'],
  ['20l2-03-l7', '2012-03-17'],
  ['20I2', '2012'],
  ['40787', '2011-09-01'],
  ['“2012-03”', '2012-03'],
  ['[2012-03-18…2012-12-31]', '[2012-03-18..2012-12-31]'],
])('%s: did you mean %s?', (text, suggestion) => {
  expect(problemOf(parseEdtf(text))).toMatchObject({
    kind: 'not-edtf',
    suggestion,
  })
})

// The day in the place of the month, where no month has that number.
test.each([
  ['2011-25-12', '2011-12-25'],
  ['2011/25/12', '2011-12-25'],
  ['2011-13-05', '2011-05-13'],
  ['2011-12-13', undefined],
  ['2011-13-13', undefined],
])('%s has its parts in another order: %s', (text, suggestion) => {
  const result = parseEdtf(text)
  expect(result.ok ? undefined : result.problem.suggestion).toBe(suggestion)
})

// Two readings, or none.
test.each([
  '03/04/2012',
  '12/03/2012',
  '03/12/2012',
  '12012/3/17',
  '2012/3/177',
  '12012.3.17',
  '2012.3.177',
  '120120317',
  '201203170',
  '117.03.2012',
  '117/03/2012',
  '17/03/20122',
  '117-03-2012',
  '12009-2012',
  '2009-20122',
  'winter 2012',
  '2000s',
  '1900s',
  '2009..2012',
  'early 2012',
  'early March 2012',
  '17 Ju 2012',
  'March 2012 2013',
  'March April 2012',
  '3 4 March 2012',
  'before 2012',
  'between 2009 and 2012',
  '30 February 2012',
  '17 March 12',
  '12 2012',
  'March to May 2012',
  '2012/3',
  '2012-077',
  '2012-W11',
  '2012-02-31 to 2012-03-04',
  '99999',
  '20112',
  'yesterday',
])('nobody knows for sure what %s means', (text) => {
  expect(problemOf(parseEdtf(text))).toMatchObject({ kind: 'not-edtf' })
  expect(problemOf(parseEdtf(text))?.suggestion).toBeUndefined()
})

test('a date is plain data', () => {
  expect(parseEdtf('2012-03')).toEqual({
    ok: true,
    date: { kind: 'date', year: 2012, month: 3, day: undefined, doubt: undefined },
  })
  expect(parseEdtf('[..2011,201X-12~]')).toEqual({
    ok: true,
    date: {
      kind: 'one-of',
      members: [
        {
          kind: 'range',
          from: undefined,
          to: { kind: 'date', year: 2011, month: undefined, day: undefined, doubt: undefined },
        },
        {
          kind: 'masked',
          year: '201X',
          month: '12',
          day: undefined,
          doubt: { year: '~', month: '~', day: '' },
        },
      ],
    },
  })
})
