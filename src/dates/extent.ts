import { calendarDateOf, type Day, type DaySpan, dayOf, daysInMonth } from './calendar.ts'
import { hasApproximatePart, isApproximate } from './doubt.ts'
import type { Doubt, MaskedDate, PlainDate, RoundedYear, Season, SingleDate } from './edtf.ts'
import { firstMaskedDay, lastMaskedDay } from './mask.ts'
import { monthsOfSeason } from './seasons.ts'

/** The first and the last day that a date can mean, with the room that `~` gives. */
export function extentOf(date: SingleDate): DaySpan {
  const written = writtenExtentOf(date)
  if (date.kind === 'season' || date.kind === 'rounded-year') return written
  if (date.doubt === undefined || !hasApproximatePart(date.doubt)) return written
  return widened(written, date.doubt, date.day !== undefined)
}

/** The same for the date as it is written: `~` adds nothing. */
export function writtenExtentOf(date: SingleDate): DaySpan {
  switch (date.kind) {
    case 'date':
      return plainExtent(date)
    case 'masked':
      return {
        from: firstMaskedDay(date, Number.NEGATIVE_INFINITY),
        to: lastMaskedDay(date, Number.POSITIVE_INFINITY),
      }
    case 'season':
      return seasonExtent(date)
    case 'rounded-year':
      return yearsExtent(roundedYears(date))
    default:
      return date satisfies never
  }
}

/** The first day from `day` on that the date can mean, or Infinity. */
export function firstDayFrom(date: SingleDate, day: Day): Day {
  if (hasGaps(date)) return firstMaskedDay(date, day)
  const { from, to } = extentOf(date)
  return to < day ? Number.POSITIVE_INFINITY : Math.max(from, day)
}

/** The last day until `day` that the date can mean, or -Infinity. */
export function lastDayUntil(date: SingleDate, day: Day): Day {
  if (hasGaps(date)) return lastMaskedDay(date, day)
  const { from, to } = extentOf(date)
  return from > day ? Number.NEGATIVE_INFINITY : Math.min(to, day)
}

/** `1950S2` lies in 1900..1999: the digits after the second may be any. */
export function roundedYears({ year, significantDigits }: RoundedYear): {
  readonly first: number
  readonly last: number
} {
  const size = 10 ** Math.max(0, String(Math.abs(year)).length - significantDigits)
  const nearZero = Math.floor(Math.abs(year) / size) * size
  const farFromZero = nearZero + size - 1
  return year < 0
    ? { first: -farFromZero, last: -nearZero }
    : { first: nearZero, last: farFromZero }
}

/** About is about: room on both sides, even for a mask that otherwise allows single days only. */
function hasGaps(date: SingleDate): date is MaskedDate {
  return date.kind === 'masked' && (date.doubt === undefined || !hasApproximatePart(date.doubt))
}

function plainExtent({ year, month, day }: PlainDate): DaySpan {
  if (month === undefined) return yearsExtent({ first: year, last: year })
  const from = dayOf(year, month, day ?? 1)
  return { from, to: day === undefined ? from + daysInMonth(year, month) - 1 : from }
}

function yearsExtent({ first, last }: { first: number; last: number }): DaySpan {
  return { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) }
}

function seasonExtent(season: Season): DaySpan {
  const { first, last } = monthsOfSeason(season)
  return { from: plainExtent(first).from, to: plainExtent(last).to }
}

/**
 * Qualified parts that stand together are one statement, and its finest part is the unit: `2012~`
 * moves by a year, `2012-03~` by a month, `2012-03-17~` by a day. `~2012-03-~17` says two things
 * and moves by a year and a day.
 */
function widened({ from, to }: DaySpan, doubt: Doubt, hasDay: boolean): DaySpan {
  const year = isApproximate(doubt.year)
  const month = isApproximate(doubt.month)
  const day = isApproximate(doubt.day)
  const months = (year && !month ? 12 : 0) + (month && !day ? 1 : 0)
  const days = day ? 1 : 0
  return {
    from: dayAfter(from, -months, hasDay) - days,
    to: dayAfter(to, months, hasDay) + days,
  }
}

/** Stays inside the shorter month (31 May, a month on: 30 June) or keeps to the end of a whole one. */
function dayAfter(day: Day, months: number, hasDay: boolean): Day {
  const date = calendarDateOf(day)
  const { year, month } = monthAfter(date.year, date.month, months)
  const length = daysInMonth(year, month)
  const isMonthEnd = !hasDay && date.day > 1
  return dayOf(year, month, isMonthEnd ? length : Math.min(date.day, length))
}

function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + months
  const shifted = Math.floor(count / 12)
  return { year: shifted, month: count - shifted * 12 + 1 }
}
