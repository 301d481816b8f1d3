import { daysInMonth } from './calendar.ts'
import { doubtOf, joinQualifiers } from './doubt.ts'
import type { Doubt, MaskedDate, PlainDate, Qualifier, RoundedYear, SingleDate } from './edtf.ts'
import { type Reading, read, type Unread, unread } from './edtf-problem.ts'
import { firstMaskedDay, maskedValues } from './mask.ts'
import { parsePlainDate } from './parse-plain-date.ts'
import { seasons } from './seasons.ts'

/** Reads a year, month, day, season or mask; `at` is where `text` stands in the whole date. */
export function parseSingleDate(text: string, at: number): Reading<SingleDate> {
  const plain = parsePlainDate(text)
  if (plain !== undefined) return read(plain)
  const long = longYear.exec(text)
  if (long !== null) return parseLongYear(text, at, long)
  const rounded = roundedYear.exec(text)
  if (rounded !== null) {
    return withSignificantDigits(text, at, Number(rounded[1]), Number(rounded[2]))
  }
  const written = writtenDate.exec(text)
  if (written !== null) return parseWritten(text, at, partsOf(written))
  if (qualifiedYear.test(text)) return unread('cannot-be-qualified', text, at)
  if (dateWithTime.test(text)) {
    return unread('time-of-day', text.slice(dayLength), at + dayLength, { replacement: '' })
  }
  return unread('not-edtf', text, at)
}

/** Far beyond the age of everything, and small enough to count its days exactly. */
const lastYear = 1_000_000_000_000
const dayLength = '2012-03-17'.length

// Each pattern is anchored and its repetitions cannot share a character, so it takes linear time.
const longYear = /^Y(-?)([1-9]\d*)(?:E(\d+))?(?:S(\d+))?$/
const roundedYear = /^(-?\d{4})S(\d+)$/
const qualifiedYear = /^[?~%]?(?:Y-?\d+(?:E\d+)?(?:S\d+)?|-?\d{4}S\d+)[?~%]?$/
const dateWithTime = /^\d{4}-\d{2}-\d{2}(?:T|[t ]\d)/
const writtenDate =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/

interface Written {
  readonly year: string
  readonly month: string | undefined
  readonly day: string | undefined
  readonly doubt: Doubt | undefined
}

/** A qualifier before a part is about this part; one after it is about all parts so far. */
function partsOf(match: RegExpExecArray): Written {
  const mark = (group: number) => (match[group] ?? '') as Qualifier
  const doubt = doubtOf(
    joinQualifiers(mark(1), mark(3), mark(6), mark(9)),
    joinQualifiers(mark(4), mark(6), mark(9)),
    joinQualifiers(mark(7), mark(9)),
  )
  return { year: match[2] ?? '', month: match[5], day: match[8], doubt }
}

function parseWritten(text: string, at: number, written: Written): Reading<SingleDate> {
  const { year, month, day } = written
  if (year === '-0000') return unread('no-such-year', text, at, { replacement: text.slice(1) })
  if (/X/.test(text)) return parseMasked(text, at, written)
  if (month !== undefined && day === undefined && seasons.has(Number(month))) {
    if (written.doubt !== undefined) return unread('cannot-be-qualified', text, at)
    return read({ kind: 'season', year: Number(year), season: Number(month) })
  }
  return parseNumbers(text, at, written)
}

function parseNumbers(text: string, at: number, written: Written): Reading<PlainDate> {
  const year = Number(written.year)
  const month = written.month === undefined ? undefined : Number(written.month)
  const day = written.day === undefined ? undefined : Number(written.day)
  if (month !== undefined && (month < 1 || month > 12)) return noSuchMonth(text, at, written)
  const lastDay = month === undefined ? 31 : daysInMonth(year, month)
  if (day !== undefined && (day < 1 || day > lastDay)) {
    return noSuchDay(text, at, written, lastDay)
  }
  return read({ kind: 'date', year, month, day, doubt: written.doubt })
}

function parseMasked(text: string, at: number, written: Written): Reading<MaskedDate> {
  const { year, month, day } = written
  if (month !== undefined && maskedValues(month, 1, 12).length === 0) {
    return noSuchMonth(text, at, written)
  }
  if (firstMaskedDay(written, Number.NEGATIVE_INFINITY) === Number.POSITIVE_INFINITY) {
    const lastDay = /X/.test(`${year}${month}`)
      ? undefined
      : daysInMonth(Number(year), Number(month))
    return noSuchDay(text, at, written, lastDay)
  }
  return read({ kind: 'masked', year, month, day, doubt: written.doubt })
}

/** Databases write 00 for a part that they do not know; EDTF leaves the part out. */
function noSuchMonth(text: string, at: number, { month, day }: Written): Unread {
  const isLeftOut = month === '00' && (day === undefined || day === '00')
  return unread('no-such-month', text, at, isLeftOut ? leftOut(text) : {})
}

function noSuchDay(
  text: string,
  at: number,
  { day }: Written,
  lastDay: number | undefined,
): Unread {
  const known = lastDay === undefined ? {} : { lastDay }
  return unread('no-such-day', text, at, { ...known, ...(day === '00' ? leftOut(text) : {}) })
}

function leftOut(text: string): { replacement: string } {
  return { replacement: text.replace(/(?:-[?~%]?00[?~%]?)+$/, '') }
}

function parseLongYear(text: string, at: number, match: RegExpExecArray): Reading<SingleDate> {
  const [, sign, digits = '', exponent, significant] = match
  const size = Number(digits) * 10 ** Number(exponent ?? 0)
  if (!(size <= lastYear)) return unread('year-out-of-range', text, at)
  const year = sign === '-' ? -size : size
  if (size <= 9999) {
    const short = `${sign}${String(size).padStart(4, '0')}`
    const replacement = significant === undefined ? short : `${short}S${significant}`
    return unread('short-long-year', text, at, { replacement })
  }
  if (significant !== undefined) {
    return withSignificantDigits(text, at, year, Number(significant))
  }
  return read({ kind: 'date', year, month: undefined, day: undefined, doubt: undefined })
}

function withSignificantDigits(
  text: string,
  at: number,
  year: number,
  significantDigits: number,
): Reading<RoundedYear> {
  if (Object.is(year, -0)) return unread('no-such-year', text, at)
  const length = String(Math.abs(year)).length
  if (significantDigits < 1 || significantDigits > length) {
    return unread('wrong-significant-digits', text, at)
  }
  return read({ kind: 'rounded-year', year, significantDigits })
}
