import { calendarDateOf, type Day, type DaySpan, dayOf } from '../../src/dates/calendar.ts'
import { texts } from '../words/texts.ts'

/** The distance from tick to tick in months; 0 is one day. */
export type Step = number

/** The last tick that is not after a day. */
export function tickAt(day: Day, step: Step): Day {
  return step === 0 ? day : monthStart(Math.floor(monthsOf(day) / step) * step)
}

/** The tick that is so many ticks after this day, or before it; a day between two ticks is near to both. */
export function tickFrom(day: Day, step: Step, count: number): Day {
  if (step === 0) return day + count
  const at = Math.floor(monthsOf(day) / step)
  const isBetween = tickAt(day, step) !== day
  return monthStart((at + count + (isBetween && count < 0 ? 1 : 0)) * step)
}

export function nearestTick(day: Day, step: Step): Day {
  const [before, after] = [tickAt(day, step), tickFrom(day, step, 1)]
  return day - before <= after - day ? before : after
}

/** The ticks in a span, in order. */
export function ticksIn({ from, to }: DaySpan, step: Step): Day[] {
  const ticks: Day[] = []
  const first = tickAt(from, step)
  for (let day = first < from ? tickFrom(from, step, 1) : first; day <= to; ) {
    ticks.push(day)
    day = tickFrom(day, step, 1)
  }
  return ticks
}

/** `17 May 2011`, `May 2011`, `2011`. */
export function tickLabel(day: Day, step: Step): string {
  const { year, month, day: date } = calendarDateOf(day)
  if (step >= 12) return texts.yearName(year)
  const name = `${texts.monthName(month).slice(0, 3)} ${texts.yearName(year)}`
  return step === 0 ? `${date} ${name}` : name
}

/** Months since the year 0. */
function monthsOf(day: Day): number {
  const { year, month } = calendarDateOf(day)
  return year * 12 + month - 1
}

function monthStart(months: number): Day {
  const year = Math.floor(months / 12)
  return dayOf(year, months - year * 12 + 1, 1)
}
