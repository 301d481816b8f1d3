import type { DaySpan } from '../../src/dates/calendar.ts'
import { type Activity, activity } from './activity.ts'
import { comparedTimes } from './compared-times.ts'
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
  if (compare === null) return activitiesIn(index, time ?? allTime)
  const { ended, began, isWithin } = comparedTimes(time ?? allTime, compare)
  const [before, after] = [ended[0], began[1]].map((span) => activitiesIn(index, span))
  const during = isWithin ? activitiesIn(index, { from: compare, to: compare }) : undefined
  return activitiesBetween(before as Activities, after as Activities, during)
}

const allTime: DaySpan = { from: -Infinity, to: Infinity }

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

/**
 * What can hold only at the earlier time, only at the later one, or at both. With a day between that is one of the two
 * times, what holds on it holds at both, since the other time is the range around it.
 */
function activitiesBetween(
  earlier: Activities,
  later: Activities,
  during: Activities | undefined,
): Activities {
  const compared = (kind: 'nodes' | 'edges') =>
    earlier[kind].map((then, row) =>
      during && during[kind][row] !== activity.no
        ? activity.both
        : change(then !== activity.no, later[kind][row] !== activity.no, during !== undefined),
    )
  return { nodes: compared('nodes'), edges: compared('edges') }
}

/** What held before a day within and again after it, but not on it, has ended for that day. */
function change(before: boolean, after: boolean, isWithin: boolean): number {
  if (before) return after && !isWithin ? activity.both : activity.ended
  return after ? activity.began : activity.no
}
