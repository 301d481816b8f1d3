import { type Bounds, boundsOf } from './bounds.ts'
import { calendarDateOf, type Day, type DaySpan } from './calendar.ts'
import type { DateRange, Edtf, PlainDate, SetMember } from './edtf.ts'
import { extentOf } from './extent.ts'
import { formatEdtf } from './format-edtf.ts'
import { firstPossibleDay, lastPossibleDay } from './possible-days.ts'

/** `certain` under every reading of the date, `possible` under some, `no` under none. */
export type Holding = 'certain' | 'possible' | 'no'

/** Something without a date may hold on any day. */
export function holdsOn(date: Edtf | undefined, day: Day): Holding {
  return holdsDuring(date, day, day)
}

/**
 * Whether it holds on at least one day of the range, both ends included. So a raid in `2012-03` is
 * certain in the range of the whole year although no day of it is, and an interval is certain as
 * soon as the range reaches into the days that it surely covers. An empty range holds nothing.
 */
export function holdsDuring(date: Edtf | undefined, from: Day, to: Day): Holding {
  if (from > to) return 'no'
  if (date === undefined) return 'possible'
  const first = firstPossibleDay(date, from)
  // No day is left at all; a range that ends never would take that for one of its own.
  if (first > to || first === Number.POSITIVE_INFINITY) return 'no'
  return isCertain(date, from, to) ? 'certain' : 'possible'
}

/**
 * From the first to the last day on which all of the dates may hold at once; undefined if there is
 * no such day. In between there can be days on which they cannot. For masks that meet hardly ever
 * in thousands of years (`XXXX-XX-25`, `XXXX-XX-26`) the span may be wider than need be.
 */
export function intersect(dates: readonly (Edtf | undefined)[]): DaySpan | undefined {
  const known = dates.filter((date) => date !== undefined)
  const from = agreedDay(known, Number.NEGATIVE_INFINITY, firstPossibleDay)
  const to = agreedDay(known, Number.POSITIVE_INFINITY, lastPossibleDay)
  return from <= to ? { from, to } : undefined
}

/**
 * The shortest EDTF text whose earliest start and latest end are these days: `2012`, `2012-03`,
 * `2011/2012-03-17`, `../2012`, and `../..` for all time. EDTF has no days beyond the year 9999
 * (or before -9999), so an end out there is rounded outwards to its year.
 */
export function formatSpan({ from, to }: DaySpan): string {
  const first = Number.isFinite(from) ? edgeTexts(from, 1) : ['..']
  const last = Number.isFinite(to) ? edgeTexts(to, -1) : ['..']
  const whole = Number.isFinite(from) && first.find((text) => last.includes(text))
  return whole || `${first[0]}/${last[0]}`
}

/** In every reading the thing begins by `to` and ends no sooner than `from`. */
function isCertain(date: Edtf, from: Day, to: Day): boolean {
  if (date.kind === 'all-of') return date.members.some((each) => isMemberCertain(each, from, to))
  return mustReach(boundsOf(date), from, to)
}

function mustReach(bounds: Bounds, from: Day, to: Day): boolean {
  return !bounds.uncertain && bounds.latestStart <= to && bounds.earliestEnd >= from
}

/** Each date of an all-of range holds, so one of them that lies in the span is enough. */
function isMemberCertain(member: SetMember, from: Day, to: Day): boolean {
  if (member.kind !== 'range') return mustReach(boundsOf(member), from, to)
  const range = boundsOf({ kind: 'all-of', members: [member] })
  const firstEnd = wholeDateFrom(member, Math.max(from, range.earliestStart))
  return firstEnd <= Math.min(to, range.latestEnd)
}

/** The last day of the first year, month or day, as the range counts them, from `day` on. */
function wholeDateFrom(range: DateRange, day: Day): Day {
  if (!Number.isFinite(day)) return day
  const around = extentOf(dateAround(range, day))
  return around.from === day ? around.to : extentOf(dateAround(range, around.to + 1)).to
}

function dateAround(range: DateRange, at: Day): PlainDate {
  const like = range.from ?? range.to
  const { year, month, day } = calendarDateOf(at)
  return {
    kind: 'date',
    year,
    month: like.month === undefined ? undefined : month,
    day: like.day === undefined ? undefined : day,
    doubt: undefined,
  }
}

/** Enough for any two masks within ten years; what they would take for 10,000 is seconds. */
const mostRounds = 500

/**
 * Each date moves the day on to where it may hold itself, until none moves it any more. No move
 * skips a shared day, so a search that is given up has ruled out no day wrongly.
 */
function agreedDay(
  dates: readonly Edtf[],
  start: Day,
  nearest: (date: Edtf, day: Day) => Day,
): Day {
  let day = start
  let agreeing = 0
  for (let round = 0; round < mostRounds && agreeing < dates.length; round += 1) {
    for (const date of dates) {
      const moved = nearest(date, day)
      agreeing = moved === day ? agreeing + 1 : 1
      day = moved
    }
  }
  return day
}

/** The texts that begin (or end, going backwards) on this very day, the shortest one first. */
function edgeTexts(day: Day, step: 1 | -1): string[] {
  const date = calendarDateOf(day)
  const { year, month } = date
  const beyond = calendarDateOf(day - step)
  const yearText = text(year)
  if (Math.abs(year) > 9999) return [yearText]
  const texts = [text(year, month, date.day)]
  if (beyond.month !== month) texts.unshift(text(year, month))
  if (beyond.year !== year) texts.unshift(yearText)
  return texts
}

function text(year: number, month?: number, day?: number): string {
  return formatEdtf({ kind: 'date', year, month, day, doubt: undefined })
}
