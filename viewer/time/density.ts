import type { Bounds } from '../../src/dates/bounds.ts'
import type { Day } from '../../src/dates/calendar.ts'
import type { TimeIndex } from './time-index.ts'

/** How many dated relations hold in each bucket of days, for sure and at all. */
export interface Density {
  readonly certain: readonly number[]
  readonly possible: readonly number[]
}

/** From the first to the last of the buckets that it reaches; none where the last is before the first. */
interface Reach {
  readonly from: number
  readonly to: number
}

/**
 * Counts relations by buckets that begin on these days, in order. The first one takes all that is before, the last
 * one all that is after. A date with gaps counts in them, too, but is never sure.
 */
export function densityOf(
  index: TimeIndex,
  starts: readonly Day[],
  counts: (edge: string) => boolean,
): Density {
  const possible = sweep(starts.length)
  const certain = sweep(starts.length)
  const whole = { from: 0, to: starts.length - 1 }
  const always = { possible: whole, certain: whole }
  const { bounds, scattered } = index.dates
  const reaches = bounds.map((date, at) => reachesOf(date, scattered.has(at), starts))
  index.edges.ids.forEach((id, row) => {
    const own = reaches[index.edges.dates[row] ?? -1]
    if (own === undefined || !counts(id)) return
    const source = reaches[index.nodes.dates[index.sources[row] ?? -1] ?? -1] ?? always
    const target = reaches[index.nodes.dates[index.targets[row] ?? -1] ?? -1] ?? always
    possible.add(own.possible, source.possible, target.possible)
    certain.add(own.certain, source.certain, target.certain)
  })
  return { possible: possible.counts(), certain: certain.counts() }
}

/** A bucket is a span of days: what is sure of the span is surer than what is sure of each of its days. */
function reachesOf(bounds: Bounds, hasGaps: boolean, starts: readonly Day[]) {
  const { earliestStart, latestStart, earliestEnd, latestEnd, uncertain } = bounds
  return {
    possible: { from: bucketOf(earliestStart, starts), to: bucketOf(latestEnd, starts) },
    certain:
      uncertain || hasGaps
        ? { from: 1, to: 0 }
        : { from: bucketOf(latestStart, starts), to: bucketOf(earliestEnd, starts) },
  }
}

function bucketOf(day: Day, starts: readonly Day[]): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= day) low = middle
    else high = middle - 1
  }
  return low
}

/** Counts what a relation and its two ends have in common, by what begins and what ends at each place. */
function sweep(size: number) {
  const steps = new Int32Array(size + 1)
  return {
    add: (relation: Reach, source: Reach, target: Reach) => {
      const from = Math.max(relation.from, source.from, target.from)
      const to = Math.min(relation.to, source.to, target.to)
      if (from > to) return
      steps[from] = (steps[from] ?? 0) + 1
      steps[to + 1] = (steps[to + 1] ?? 0) - 1
    },
    counts: () => {
      let running = 0
      return Array.from(steps.subarray(0, size), (step) => {
        running += step
        return running
      })
    },
  }
}
