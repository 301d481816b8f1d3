import fc from 'fast-check'
import { daysOf, first, last } from './naive-days.ts'

// EDTF texts made from the grammar. All of them are right, and all lie in the years that
// naive-days.ts looks at.

const realDay = fc
  .integer({ min: 0, max: 4 * 365 })
  .map((days) => new Date(Date.UTC(2010, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

export const plainDate = fc
  .tuple(realDay, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => day.slice(0, length))

/** Some digits of a real date are hidden, so that at least this day matches. */
const maskedDate = fc
  .tuple(
    plainDate,
    fc.uniqueArray(fc.constantFrom<number>(3, 5, 6, 8, 9), { minLength: 1, maxLength: 5 }),
  )
  .map(([date, hidden]) =>
    [...date].map((digit, place) => (hidden.includes(place) ? 'X' : digit)).join(''),
  )

const season = fc
  .tuple(
    fc.constantFrom('2010', '2011', '2012', '2013'),
    fc.constantFrom('21', '22', '23', '24', '31', '33', '36', '38', '41'),
  )
  .map(([year, code]) => `${year}-${code}`)

const qualifier = fc.constantFrom('', '', '', '?', '~', '%')

const qualifiedDate = fc.tuple(plainDate, qualifier).map((parts) => parts.join(''))

const singleDate = fc.oneof(plainDate, qualifiedDate, maskedDate, season)

const intervalEnd = fc.oneof(
  { weight: 6, arbitrary: qualifiedDate },
  { weight: 2, arbitrary: maskedDate },
  { weight: 1, arbitrary: fc.constantFrom('..', '') },
)

/** Two dates make an interval one way round or the other. */
const interval = fc
  .tuple(intervalEnd, intervalEnd)
  .filter(([start, end]) => start !== '' || end !== '')
  .map(([start, end]) => (isInOrder(start, end) ? `${start}/${end}` : `${end}/${start}`))

function isInOrder(start: string, end: string): boolean {
  if (/^(\.\.)?$/.test(start) || /^(\.\.)?$/.test(end)) return true
  const [from, to] = [start, end].map((text) => daysOf(text.replace(/[~%]/, '')))
  return first(from ?? []) <= last(to ?? [])
}

const range = fc.tuple(realDay, realDay, fc.constantFrom(4, 7, 10)).map(([one, other, length]) =>
  [one, other]
    .sort()
    .map((day) => day.slice(0, length))
    .join('..'),
)

const set = fc
  .tuple(
    fc.option(
      plainDate.map((date) => `..${date}`),
      { nil: undefined },
    ),
    fc.array(fc.oneof(singleDate, range), { minLength: 1, maxLength: 3 }),
    fc.option(
      plainDate.map((date) => `${date}..`),
      { nil: undefined },
    ),
    fc.boolean(),
  )
  .map(([before, middle, after, isOneOf]) => {
    const members = [before, ...middle, after].filter((member) => member !== undefined).join(',')
    return isOneOf ? `[${members}]` : `{${members}}`
  })
  .filter((text) => text.length <= 64)

export const anyDate = fc.oneof(singleDate, interval, set)
