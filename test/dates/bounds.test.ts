// @ts-expect-error The package ships no types.
import edtf from 'edtf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '../../src/dates/bounds.ts'
import { isoDay } from '../../src/dates/calendar.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { plainDate } from './edtf-texts.ts'

function shown(text: string) {
  const result = parseEdtf(text)
  if (!result.ok) return result.problem.kind
  const { earliestStart, latestStart, earliestEnd, latestEnd, uncertain } = boundsOf(result.date)
  const days = [earliestStart, latestStart, earliestEnd, latestEnd].map((day) =>
    Number.isFinite(day) ? isoDay(day) : day < 0 ? 'ever' : 'never',
  )
  return `${days.join(' ')}${uncertain ? ' ?' : ''}`
}

test.each([
  // A single date begins and ends on any of its days.
  ['2012-03-17', '2012-03-17 2012-03-17 2012-03-17 2012-03-17'],
  ['2012-02', '2012-02-01 2012-02-29 2012-02-01 2012-02-29'],
  ['2012', '2012-01-01 2012-12-31 2012-01-01 2012-12-31'],
  ['-0044-03-15', '-0044-03-15 -0044-03-15 -0044-03-15 -0044-03-15'],
  ['Y170000002', '+170000002-01-01 +170000002-12-31 +170000002-01-01 +170000002-12-31'],
  // About: one unit more on both sides. Uncertain: the same days.
  ['2012~', '2011-01-01 2013-12-31 2011-01-01 2013-12-31'],
  ['2012-03~', '2012-02-01 2012-04-30 2012-02-01 2012-04-30'],
  ['2012-01~', '2011-12-01 2012-02-29 2011-12-01 2012-02-29'],
  ['2012-03-01~', '2012-02-29 2012-03-02 2012-02-29 2012-03-02'],
  ['2012?', '2012-01-01 2012-12-31 2012-01-01 2012-12-31 ?'],
  ['2012-03%', '2012-02-01 2012-04-30 2012-02-01 2012-04-30 ?'],
  // Only a part is approximate.
  ['2004~-06-11', '2003-06-11 2005-06-11 2003-06-11 2005-06-11'],
  ['2004~-06', '2003-06-01 2005-06-30 2003-06-01 2005-06-30'],
  ['2012~-02', '2011-02-01 2013-02-28 2011-02-01 2013-02-28'],
  ['2012~-02-29', '2011-02-28 2013-02-28 2011-02-28 2013-02-28'],
  ['2004-06~-11', '2004-05-11 2004-07-11 2004-05-11 2004-07-11'],
  ['2012-~05-31', '2012-04-30 2012-06-30 2012-04-30 2012-06-30'],
  ['?2004-06-~11', '2004-06-10 2004-06-12 2004-06-10 2004-06-12 ?'],
  ['~2004-06-~11', '2003-06-10 2005-06-12 2003-06-10 2005-06-12'],
  // Unspecified digits, also with gaps; about closes the gaps.
  ['201X', '2010-01-01 2019-12-31 2010-01-01 2019-12-31'],
  ['201X~', '2009-01-01 2020-12-31 2009-01-01 2020-12-31'],
  ['2012-XX', '2012-01-01 2012-12-31 2012-01-01 2012-12-31'],
  ['2012-1X-31', '2012-10-31 2012-12-31 2012-10-31 2012-12-31'],
  ['2000-X2-30', '2000-12-30 2000-12-30 2000-12-30 2000-12-30'],
  ['20XX-02-29', '2000-02-29 2096-02-29 2000-02-29 2096-02-29'],
  ['-01XX', '-0199-01-01 -0100-12-31 -0199-01-01 -0100-12-31'],
  ['-000X', '-0009-01-01 -0001-12-31 -0009-01-01 -0001-12-31'],
  // Seasons: meteorological, named by the year of their first month.
  ['2012-21', '2012-03-01 2012-05-31 2012-03-01 2012-05-31'],
  ['2011-24', '2011-12-01 2012-02-29 2011-12-01 2012-02-29'],
  ['2012-29', '2012-09-01 2012-11-30 2012-09-01 2012-11-30'],
  ['2012-30', '2012-12-01 2013-02-28 2012-12-01 2013-02-28'],
  ['2012-34', '2012-04-01 2012-06-30 2012-04-01 2012-06-30'],
  ['2012-39', '2012-09-01 2012-12-31 2012-09-01 2012-12-31'],
  ['2012-40', '2012-01-01 2012-06-30 2012-01-01 2012-06-30'],
  ['2012-41', '2012-07-01 2012-12-31 2012-07-01 2012-12-31'],
  // Significant digits.
  ['1950S2', '1900-01-01 1999-12-31 1900-01-01 1999-12-31'],
  ['1950S4', '1950-01-01 1950-12-31 1950-01-01 1950-12-31'],
  ['-1950S2', '-1999-01-01 -1900-12-31 -1999-01-01 -1900-12-31'],
  ['0095S1', '0090-01-01 0099-12-31 0090-01-01 0099-12-31'],
  ['Y3388E2S3', '+338000-01-01 +338999-12-31 +338000-01-01 +338999-12-31'],
  // Intervals.
  ['2009/2012', '2009-01-01 2009-12-31 2012-01-01 2012-12-31'],
  ['2009~/2012-03', '2008-01-01 2010-12-31 2012-03-01 2012-03-31'],
  ['2009/2012?', '2009-01-01 2009-12-31 2012-01-01 2012-12-31 ?'],
  ['2011/..', '2011-01-01 2011-12-31 never never'],
  ['../2012', 'ever ever 2012-01-01 2012-12-31'],
  ['../..', 'ever ever never never'],
  ['2012/', '2012-01-01 2012-12-31 2012-01-01 never'],
  ['/2012', 'ever 2012-12-31 2012-01-01 2012-12-31'],
  ['/..', 'ever never never never'],
  ['../', 'ever ever ever never'],
  ['2012/2012-03', '2012-01-01 2012-03-31 2012-03-01 2012-03-31'],
  ['2012-03/2012', '2012-03-01 2012-03-31 2012-03-01 2012-12-31'],
  ['2012-05-27/2012-05-2X', '2012-05-27 2012-05-27 2012-05-27 2012-05-29'],
  ['2012-XX-25/2012-06-10', '2012-01-25 2012-05-25 2012-06-10 2012-06-10'],
  // Sets.
  ['[2009,2012]', '2009-01-01 2012-12-31 2009-01-01 2012-12-31'],
  ['[2010..2012]', '2010-01-01 2012-12-31 2010-01-01 2012-12-31'],
  ['[2012-03-18..]', '2012-03-18 never 2012-03-18 never'],
  ['[..2012-05-27]', 'ever 2012-05-27 ever 2012-05-27'],
  ['{2009,2012}', '2009-01-01 2009-12-31 2012-01-01 2012-12-31'],
  ['{2009..2012}', '2009-01-01 2009-12-31 2012-01-01 2012-12-31'],
  ['{..1984}', 'ever ever 1984-01-01 1984-12-31'],
  ['{2012?,2013}', '2012-01-01 2012-12-31 2013-01-01 2013-12-31 ?'],
])('%s has the bounds %s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

/** The first and the last day in the other implementation's milliseconds. */
function theirs(text: string) {
  const { min, max } = edtf(text) as { min: number; max: number }
  return { from: Math.floor(min / 86_400_000), to: Math.floor(max / 86_400_000) }
}

function ours(text: string) {
  const result = parseEdtf(text)
  if (!result.ok) return result.problem.kind
  const { earliestStart, latestEnd } = boundsOf(result.date)
  return { from: earliestStart, to: latestEnd }
}

const doubtful = fc.tuple(plainDate, fc.constantFrom('', '?')).map((parts) => parts.join(''))

const unspecified = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
  plainDate,
)
const maskedFromTheRight = fc
  .tuple(unspecified, fc.integer({ min: 1, max: 4 }))
  .map(([date, hidden]) => {
    if (date.length === 4) return date.slice(0, Math.max(2, 4 - hidden)).padEnd(4, 'X')
    return `${date.slice(0, -2)}XX`
  })

const openOrClosed = fc
  .tuple(plainDate, plainDate, fc.constantFrom('closed', 'open'))
  .filter(([start, end]) => start.length === end.length && start < end)
  .map(([start, end, kind]) => (kind === 'closed' ? `${start}/${end}` : `${start}/..`))

// Levels 0 and 1 without `~`, seasons and unknown ends: there the other implementation is right.
test('bounds agree with another implementation where it is right', () => {
  fc.assert(
    fc.property(fc.oneof(doubtful, maskedFromTheRight, openOrClosed), (text) => {
      expect(ours(text), text).toEqual(theirs(text))
    }),
    { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 500 },
  )
})

// Where it is wrong, and this one is not.
test.each([
  ['2011-02-29', 'no-such-day'],
  ['1900-02-29', 'no-such-day'],
  ['99999', 'not-edtf'],
])('%s is no date, whatever another implementation makes of it', (text, kind) => {
  expect(edtf(text)).toBeDefined()
  expect(ours(text)).toBe(kind)
})

test.each(['2012~', '2012-21', '1950S2', 'Y170000002', '[2009,2010..2012]', '{2009..2012}'])(
  'the bounds of %s are not those of another implementation',
  (text) => {
    expect(typeof ours(text)).toBe('object')
    expect(ours(text)).not.toEqual(theirs(text))
  },
)
