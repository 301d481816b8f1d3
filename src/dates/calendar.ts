/** Whole days since 1970-01-01 in the proleptic Gregorian calendar; ±Infinity where time is open. */
export type Day = number

/** Both ends are part of the span. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** Years are astronomical: year 0 is 1 BC. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const daysInFourCenturies = 146_097
const daysFromYearZeroToEpoch = 719_468

/** The month and the day must exist: this is arithmetic, no check. */
export function dayOf(year: number, month: number, day: number): Day {
  // A year that begins in March has its leap day last, where it shifts no other day.
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return (
    era * daysInFourCenturies + yearOfEra * 365 + leapDays + dayOfYear - daysFromYearZeroToEpoch
  )
}

export function calendarDateOf(day: Day): CalendarDate {
  const shifted = day + daysFromYearZeroToEpoch
  const era = Math.floor(shifted / daysInFourCenturies)
  const dayOfEra = shifted - era * daysInFourCenturies
  const leapDays =
    Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra + leapDays) / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: era * 400 + yearOfEra + (month > 2 ? 0 : 1),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** `2012-03-17`; a year outside 0..9999 is written in ISO 8601's expanded form with its sign. */
export function isoDay(day: Day): string {
  if (!Number.isFinite(day)) throw new RangeError('An open end of time has no date.')
  const { year, month, day: dayOfMonth } = calendarDateOf(day)
  const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
  return `${sign}${digits(Math.abs(year), 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
