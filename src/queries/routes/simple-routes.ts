import type { DaySpan } from '../../dates/calendar.ts'
import type { Spans } from '../spans.ts'
import type { BestRoutes } from './best-routes.ts'
import type { Budget } from './budget.ts'
import type { Ground } from './ground.ts'
import type { Zone } from './zone.ts'

export interface Search {
  readonly costs: Float64Array
  /** Only routes whose hops may all hold at one time: the days between which each edge may hold. */
  readonly spans: Spans | undefined
  /** What only a whole route can tell. */
  readonly accepts: ((edges: readonly number[]) => boolean) | undefined
}

/**
 * Offers every route of `least` to `most` hops that passes no entity twice, depth first and so in order of key. How
 * many hops are left from each place cuts every branch that cannot arrive in time.
 */
export function simpleRoutes(
  { costs, spans, accepts }: Search,
  ground: Ground,
  zone: Zone,
  { least, most }: { readonly least: number; readonly most: number },
  found: BestRoutes,
  budget: Budget,
): void {
  const { forwards, states } = ground
  const { marks, base } = zone
  const goal = entityOf(ground.goals[0] as number)
  const entities: number[] = []
  const route: number[] = []
  let useful: Map<number, number[]> | undefined

  visit(ground.start, 0, 0, always)

  function visit(place: number, depth: number, spent: number, span: DaySpan): void {
    one[0] = place
    entities[depth] = entityOf(place)
    forwards.expand(one, 0, 1, zone.places)
    // Other arrays may stand there after the next expansion, but what stands in these stays right.
    const { ends } = forwards
    const first = forwards.starts[place] as number
    const stop = forwards.stops[place] as number
    if (stop - first > longRow) {
      for (const step of usefulSteps(place, depth)) take(step, depth, spent, span)
      return
    }
    budget.steps -= stop - first
    for (let step = first; step < stop; step++) {
      if (isInTime(ends[step] as number, depth)) take(step, depth, spent, span)
    }
  }

  /** A hub is come to again and again, by every one of its neighbours: what leads on from it is kept. */
  function usefulSteps(place: number, depth: number): readonly number[] {
    useful ??= new Map()
    const key = place * (most + 1) + depth
    let steps = useful.get(key)
    if (steps === undefined) {
      const stop = forwards.stops[place] as number
      const first = forwards.starts[place] as number
      budget.steps -= stop - first
      steps = []
      for (let step = first; step < stop; step++) {
        if (isInTime(forwards.ends[step] as number, depth)) steps.push(step)
      }
      useful.set(key, steps)
    }
    budget.steps -= steps.length
    return steps
  }

  /** Whether the goal can be reached in time over a place, which is open if the zone knows it. */
  function isInTime(next: number, depth: number): boolean {
    const left = (marks[2 * next + 1] as number) - base
    return left >= 0 && depth + 1 + left <= most
  }

  function take(step: number, depth: number, before: number, span: DaySpan): void {
    const next = forwards.ends[step] as number
    if (!mayEnter(entityOf(next), depth)) return
    const edge = forwards.edges[step] as number
    const shared = spans === undefined ? span : overlap(spans, edge, span)
    if (shared === undefined) return
    const cost = before + (costs[forwards.doubts[step] as number] as number)
    const left = (marks[2 * next + 1] as number) - base
    // Every hop that is left costs at least what the surest claim does.
    if (cost + left * (costs[0] as number) >= found.limit()) return
    route[depth] = edge
    if (entityOf(next) !== goal) visit(next, depth + 1, cost, shared)
    else if (left === 0) arrive(cost, depth + 1)
  }

  function arrive(cost: number, length: number): void {
    if (length < least) return
    const edges = route.slice(0, length)
    if (accepts === undefined || accepts(edges)) found.offer({ cost, edges })
  }

  function mayEnter(entity: number, depth: number): boolean {
    if (budget.steps < 0) return false
    for (let at = depth; at >= 0; at--) if (entities[at] === entity) return false
    return true
  }

  function entityOf(place: number): number {
    return states === 1 ? place : Math.floor(place / states)
  }
}

/** A row of so many steps is worth remembering which of them lead on. */
const longRow = 64

const one = new Int32Array(1)
const always: DaySpan = { from: -Infinity, to: Infinity }

/** What is left of a span when an edge must hold, too: undefined where nothing is. */
function overlap({ first, last }: Spans, edge: number, span: DaySpan): DaySpan | undefined {
  const from = Math.max(span.from, first[edge] as number)
  const to = Math.min(span.to, last[edge] as number)
  return from <= to ? { from, to } : undefined
}
