import { calendarDateOf, type Day, type DaySpan, dayOf, daysInMonth } from './calendar.ts'
import type { MaskedDate } from './edtf.ts'

type Mask = Pick<MaskedDate, 'year' | 'month' | 'day'>
type Direction = 1 | -1

/** The first day of the mask that is not before `from`, or Infinity. */
export function firstMaskedDay(mask: Mask, from: Day): Day {
  return nearestDay(mask, from, 1) ?? Number.POSITIVE_INFINITY
}

/** The last day of the mask that is not after `until`, or -Infinity. */
export function lastMaskedDay(mask: Mask, until: Day): Day {
  return nearestDay(mask, until, -1) ?? Number.NEGATIVE_INFINITY
}

/** `1X` matches 12; the places are compared from the right. */
function matchesMask(pattern: string, value: number): boolean {
  let rest = value
  for (let place = pattern.length - 1; place >= 0; place -= 1) {
    const wanted = pattern.charCodeAt(place)
    if (wanted !== unknownDigit && wanted !== zero + (rest % 10)) return false
    rest = Math.floor(rest / 10)
  }
  return rest === 0
}

/** Every value in `low..high` that the pattern allows. */
export function maskedValues(pattern: string, low: number, high: number): number[] {
  const values: number[] = []
  for (let value = low; value <= high; value += 1) {
    if (matchesMask(pattern, value)) values.push(value)
  }
  return values
}

/** The first and the last year of the pattern. There is no year -0000, so a minus ends at -1. */
export function yearsOfMask(pattern: string): { readonly low: number; readonly high: number } {
  const least = Number(pattern.replaceAll('X', '0'))
  const most = Number(pattern.replaceAll('X', '9'))
  return pattern.startsWith('-')
    ? { low: most, high: Math.min(least, -1) }
    : { low: least, high: most }
}

const unknownDigit = 'X'.charCodeAt(0)
const zero = '0'.charCodeAt(0)

/** A mask has at most 10,000 years; the search leaves at the first day that fits. */
function nearestDay(mask: Mask, day: Day, step: Direction): Day | undefined {
  const { low, high } = yearsOfMask(mask.year)
  const year = Number.isFinite(day) ? calendarDateOf(day).year : day
  const first = step > 0 ? Math.max(low, year) : Math.min(high, year)
  for (let candidate = first; candidate >= low && candidate <= high; candidate += step) {
    if (!matchesYear(mask.year, candidate)) continue
    const found = nearestInYear(mask, candidate, day, step)
    if (found !== undefined) return found
  }
  return undefined
}

function nearestInYear(mask: Mask, year: number, day: Day, step: Direction): Day | undefined {
  if (mask.month === undefined) {
    return nearestInSpan({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }, day, step)
  }
  for (let month = step > 0 ? 1 : 12; month >= 1 && month <= 12; month += step) {
    if (!matchesMask(mask.month, month)) continue
    const found = nearestInMonth(mask.day, year, month, day, step)
    if (found !== undefined) return found
  }
  return undefined
}

function nearestInMonth(
  pattern: string | undefined,
  year: number,
  month: number,
  day: Day,
  step: Direction,
): Day | undefined {
  const before = dayOf(year, month, 1) - 1
  const length = daysInMonth(year, month)
  if (pattern === undefined || pattern === 'XX') {
    return nearestInSpan({ from: before + 1, to: before + length }, day, step)
  }
  for (let date = step > 0 ? 1 : length; date >= 1 && date <= length; date += step) {
    const isThere = step > 0 ? before + date >= day : before + date <= day
    if (isThere && matchesMask(pattern, date)) return before + date
  }
  return undefined
}

function nearestInSpan({ from, to }: DaySpan, day: Day, step: Direction): Day | undefined {
  if (step > 0) return to < day ? undefined : Math.max(from, day)
  return from > day ? undefined : Math.min(to, day)
}

function matchesYear(pattern: string, year: number): boolean {
  return matchesMask(pattern.startsWith('-') ? pattern.slice(1) : pattern, Math.abs(year))
}
