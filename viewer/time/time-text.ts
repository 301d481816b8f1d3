import { boundsOf } from '../../src/dates/bounds.ts'
import { calendarDateOf, type Day, type DaySpan, isoDay } from '../../src/dates/calendar.ts'
import { formatSpan } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { texts } from '../words/texts.ts'

export type TimeReading =
  | { readonly ok: true; readonly time: DaySpan | null }
  | { readonly ok: false; readonly message: string }

/** The days that a text means, which is an EDTF date or can only mean one; null is all time. */
export function readTime(text: string): TimeReading {
  const asked = text.trim()
  if (asked === '') return { ok: true, time: null }
  const parsed = parseEdtf(asked)
  if (!parsed.ok) {
    const { suggestion } = parsed.problem
    if (suggestion !== undefined && suggestion !== asked) return readTime(suggestion)
    return { ok: false, message: texts.notADate }
  }
  const { earliestStart: from, latestEnd: to } = boundsOf(parsed.date)
  if (from > to) return { ok: false, message: texts.noSuchDay }
  return { ok: true, time: from === -Infinity && to === Infinity ? null : { from, to } }
}

/** The days in EDTF for an address: `2011-05-01`, `2011-05-01/2012-01-31`, `2011-05-01/..`. */
export function formatTime(time: DaySpan): string {
  return spanText(time, dayLength)
}

/** The same for a person, in whole years or months where both ends are: `2011`, `2011-05/2012-01`. */
export function shortTime(time: DaySpan): string {
  const length = [4, 7].find((many) => begins(time.from, many) && begins(time.to + 1, many))
  return spanText(time, length ?? dayLength)
}

/** What can be written can be shared: EDTF has no days beyond the years ±9999, but whole years. */
export function asWritten(time: DaySpan): DaySpan {
  const reading = readTime(formatTime(time))
  return (reading.ok && reading.time) || time
}

/** `on 1 May 2011`, `in May 2011`, `from May to July 2011`. */
export function timeInWords(time: DaySpan): string {
  return texts.when(shortTime(time))
}

/** The same as a caption: `1 May 2011`. */
export function timeAsNoun(time: DaySpan): string {
  return texts.withoutPreposition(timeInWords(time))
}

/** Of `2011-05-01`; years and months are beginnings of it. */
const dayLength = 10

function spanText(time: DaySpan, length: number): string {
  if (![time.from, time.to].every(hasDays)) return formatSpan(time)
  const [from, to] = [time.from, time.to].map((day) =>
    Number.isFinite(day) ? isoDay(day).slice(0, length - dayLength || undefined) : '..',
  )
  return from === to ? `${from}` : `${from}/${to}`
}

/** Whether a day begins a year or a month. */
function begins(day: Day, length: number): boolean {
  if (!Number.isFinite(day)) return true
  const { month, day: date } = calendarDateOf(day)
  return date === 1 && (length > 4 || month === 1)
}

function hasDays(day: Day): boolean {
  return !Number.isFinite(day) || Math.abs(calendarDateOf(day).year) <= 9999
}
