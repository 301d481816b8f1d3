import type { Day, DaySpan } from '../../src/dates/calendar.ts'

/** Two times as spans in order of time; a day within a range parts it into what lies before the day and what lies after it. */
export interface ComparedTimes {
  /** What held then and not later has ended. */
  readonly ended: readonly [held: DaySpan, gone: DaySpan]
  /** What holds then and not earlier has begun. */
  readonly began: readonly [missing: DaySpan, holds: DaySpan]
  /** Days between the two times; none where they touch. */
  readonly between: DaySpan | null
  readonly isWithin: boolean
}

export function comparedTimes(time: DaySpan, compare: Day): ComparedTimes {
  const day = { from: compare, to: compare }
  if (time.from < compare && compare < time.to) {
    const before = { from: time.from, to: compare - 1 }
    const after = { from: compare + 1, to: time.to }
    return { ended: [before, day], began: [day, after], between: null, isWithin: true }
  }
  const [earlier, later] = compare > time.from ? [time, day] : [day, time]
  const between = { from: earlier.to + 1, to: later.from - 1 }
  return {
    ended: [earlier, later],
    began: [earlier, later],
    between: between.from <= between.to ? between : null,
    isWithin: false,
  }
}

/** The two times as they are written side by side, the one that begins first before the other. */
export function inOrder(time: DaySpan, compare: Day): readonly [earlier: DaySpan, later: DaySpan] {
  const day = { from: compare, to: compare }
  return compare > time.from ? [time, day] : [day, time]
}
