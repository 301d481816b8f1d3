import type { Bounds } from '../../src/dates/bounds.ts'
import type { Axis } from './axis.ts'
import type { TimeIndex } from './time-index.ts'

/** A dated thing on the axis, in pixels: where it may have held, and within it where it held for sure. */
export interface Span {
  readonly id: string
  readonly left: number
  readonly right: number
  /** Null where it held on no day for sure. */
  readonly certain: readonly [left: number, right: number] | null
}

export interface SpanInLane extends Span {
  /** Which of the lines it stands on, so that none covers another. */
  readonly lane: number
}

/** Spans are drawn at least so wide, and as far apart. */
const narrowest = 5
const apart = 2

/** The dated ones of these items, those that begin first before the others. */
export function spansOf(
  index: TimeIndex,
  kind: 'nodes' | 'edges',
  ids: Iterable<string>,
  axis: Axis,
): Span[] {
  const { rowOf, dates } = index[kind]
  const dated = [...ids].flatMap((id) => {
    const date = dates[rowOf.get(id) ?? -1] ?? -1
    const bounds = index.dates.bounds[date]
    if (bounds === undefined) return []
    const span = placed(bounds, axis)
    return [{ id, ...span, ...(index.dates.scattered.has(date) && { certain: null }) }]
  })
  return dated.sort((a, b) => a.left - b.left || (a.id < b.id ? -1 : 1))
}

function placed(bounds: Bounds, axis: Axis): Omit<Span, 'id'> {
  const { earliestStart, latestStart, earliestEnd, latestEnd, uncertain } = bounds
  const left = Math.min(axis.xOf(earliestStart), axis.width - narrowest)
  const right = Math.max(axis.xOf(latestEnd + 1), left + narrowest)
  const held = !uncertain && latestStart <= earliestEnd
  const from = Math.min(axis.xOf(latestStart), right - narrowest)
  const to = Math.max(axis.xOf(earliestEnd + 1), from + narrowest)
  return { left, right, certain: held ? [from, to] : null }
}

/** On as many lines as they need; spans come in order of where they begin. */
export function inLanes(spans: readonly Span[]): SpanInLane[] {
  const ends: number[] = []
  return spans.map((span) => {
    const free = ends.findIndex((end) => end + apart <= span.left)
    const lane = free < 0 ? ends.length : free
    ends[lane] = span.right
    return { ...span, lane }
  })
}
