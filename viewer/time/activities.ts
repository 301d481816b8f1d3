import type { Day, DaySpan } from '../../src/dates/calendar.ts'
import { type Activity, activity } from './activity.ts'
import { holdingsIn } from './date-table.ts'
import type { Moment } from './moment.ts'
import type { TimeIndex } from './time-index.ts'

/** One `Activity` for each row of the index. */
export interface Activities {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** What holds at a moment, or what changed between its two times. */
export function activitiesAt(index: TimeIndex, { time, compare }: Moment): Activities {
  const now = activitiesIn(index, time ?? allTime)
  if (compare === null) return now
  const other = activitiesIn(index, { from: compare, to: compare })
  return isLater(compare, time) ? activitiesBetween(now, other) : activitiesBetween(other, now)
}

const allTime: DaySpan = { from: -Infinity, to: Infinity }

/** Whether a day comes after a time that it is compared with. */
export function isLater(day: Day, time: DaySpan | null): boolean {
  return time !== null && day > time.from
}

/**
 * What holds in a span of days, as the shell's `--as-of` and `--certain` have it: it keeps an entity without a date of
 * its own, what is undated is never certain, and a relation is no surer than its ends.
 */
export function activitiesIn(index: TimeIndex, span: DaySpan): Activities {
  const holdings = holdingsIn(index.dates, span)
  const nodes = ofDates(index.nodes.dates, holdings, activity.certain)
  const edges = ofDates(index.edges.dates, holdings, activity.undated)
  for (let row = 0; row < edges.length; row++) {
    const own = edges[row] as Activity
    const source = nodes[index.sources[row] as number] as Activity
    const target = nodes[index.targets[row] as number] as Activity
    edges[row] = Math.min(own, source, target)
  }
  return { nodes, edges }
}

function ofDates(dates: Int32Array, holdings: Uint8Array, without: Activity): Uint8Array {
  const states = new Uint8Array(dates.length)
  for (let row = 0; row < dates.length; row++) {
    const date = dates[row] as number
    states[row] = date < 0 ? without : (holdings[date] as Activity)
  }
  return states
}

/** What can hold only at the earlier time, only at the later one, or at both. */
function activitiesBetween(earlier: Activities, later: Activities): Activities {
  const compared = (before: Uint8Array, after: Uint8Array) =>
    before.map((then, row) => change(then !== activity.no, after[row] !== activity.no))
  return {
    nodes: compared(earlier.nodes, later.nodes),
    edges: compared(earlier.edges, later.edges),
  }
}

function change(before: boolean, after: boolean): number {
  if (before) return after ? activity.both : activity.ended
  return after ? activity.began : activity.no
}
