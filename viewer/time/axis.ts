import type { Day, DaySpan } from '../../src/dates/calendar.ts'
import type { Step } from './ticks.ts'
import type { TimeIndex } from './time-index.ts'

/** A span of time along a line of pixels. */
export interface Axis {
  readonly span: DaySpan
  readonly width: number
  /** Where a day begins, in pixels; days beyond the axis lie at its ends. */
  readonly xOf: (day: Day) => number
  readonly dayAt: (x: number) => Day
  /** The finest ticks with room between them, at which handles stop. */
  readonly minor: Step
  /** Ticks with room for a label. */
  readonly major: Step
}

/** Room beyond the first and the last day, as a share of the time between. */
const margin = 0.03

/** The days from the first to the last that the dates of a graph name; undefined where they name none. */
export function domainOf({ dates }: TimeIndex): DaySpan | undefined {
  let [from, to] = [Infinity, -Infinity]
  for (const { earliestStart, latestStart, earliestEnd, latestEnd } of dates.bounds) {
    for (const day of [earliestStart, latestStart, earliestEnd, latestEnd]) {
      if (!Number.isFinite(day)) continue
      from = Math.min(from, day)
      to = Math.max(to, day)
    }
  }
  if (from > to) return undefined
  const room = Math.max(15, Math.ceil((to - from) * margin))
  return { from: from - room, to: to + room }
}

export function axisOf(span: DaySpan, width: number): Axis {
  const days = span.to + 1 - span.from
  const perDay = width / days
  const [minor, major] = stepsFor(perDay)
  return {
    span,
    width,
    xOf: (day) => Math.min(width, Math.max(0, (day - span.from) * perDay)),
    dayAt: (x) => span.from + Math.floor(Math.min(days - 1, Math.max(0, x / perDay + rounding))),
    minor,
    major,
  }
}

/** So little, in days, may be lost on the way to pixels and back. */
const rounding = 1e-6

/** A day, a month, a quarter, and years; each is a multiple of those before it, but for the day. */
const steps: readonly Step[] = [
  0,
  1,
  3,
  ...[1, 5, 10, 50, 100, 500, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].map(inMonths),
]

function inMonths(years: number): Step {
  return years * 12
}

const daysInMonth = 365.2425 / 12

/** The least room between two ticks, and for the label of one. */
const tickRoom = 5
const labelRoom = (step: Step) => (step === 0 ? 92 : step < 12 ? 74 : 56)

function stepsFor(perDay: number): readonly [minor: Step, major: Step] {
  const room = (step: Step) => (step === 0 ? 1 : step * daysInMonth) * perDay
  const last = steps.at(-1) ?? 0
  const minor = steps.find((step) => room(step) >= tickRoom) ?? last
  const major = steps.find((step) => step >= minor && room(step) >= labelRoom(step)) ?? last
  return [minor, major]
}
