import type { Budget } from './budget.ts'
import { cheapestRoute } from './cheapest-route.ts'
import type { Ground } from './ground.ts'
import { byCost, type Route } from './route.ts'

/**
 * Routes that pass no entity twice, the cheapest first and of equal ones the first in order of key: Yen's algorithm,
 * in which by Lawler no part of the search is done twice. Every route that is given stands for all those that leave an
 * earlier one at one place; the best of those that leave the new one come to the others that wait.
 */
export function* kCheapestRoutes(
  ground: Ground,
  costs: Float64Array,
  budget: Budget,
): Generator<Route> {
  const waiting: Candidate[] = []
  const first = cheapestRoute({ ground, costs, from: ground.start, without: new Set() }, budget)
  if (first) waiting.push({ ...first, leaves: 0, without: new Set() })
  for (;;) {
    const best = waiting.pop()
    if (best === undefined || budget.steps < 0) return
    yield best
    for (const next of deviations(ground, costs, best, budget)) insert(waiting, next)
  }
}

interface Candidate extends Route {
  /** At which hop it leaves the route that it comes from, and over which edges it must not go on there. */
  readonly leaves: number
  readonly without: ReadonlySet<number>
}

function deviations(
  ground: Ground,
  costs: Float64Array,
  route: Candidate,
  budget: Budget,
): Candidate[] {
  const { edges } = route
  const steps = stepsOn(ground, edges)
  const found: Candidate[] = []
  let spent = 0
  for (const [at, edge] of edges.entries()) {
    const { from, doubt } = steps[at] as Step
    if (at >= route.leaves) {
      const without = new Set(at === route.leaves ? route.without : []).add(edge)
      const rest = cheapestRoute({ ground, costs, from, without }, budget)
      if (rest) {
        const whole = [...edges.slice(0, at), ...rest.edges]
        found.push({ cost: spent + rest.cost, edges: whole, leaves: at, without })
      }
    }
    // What lies before is closed to the next ones.
    ground.closed[from] = 1
    spent += costs[doubt] as number
  }
  // None of them was closed before: the route runs over them.
  for (const { from } of steps) ground.closed[from] = 0
  return found
}

interface Step {
  readonly from: number
  readonly doubt: number
}

/** The steps of a route, read again from the ground. */
function stepsOn({ forwards, start }: Ground, edges: readonly number[]): Step[] {
  const list = Int32Array.of(start)
  return edges.map((edge) => {
    const from = list[0] as number
    forwards.expand(list, 0, 1)
    let step = forwards.starts[from] as number
    while (forwards.edges[step] !== edge) step++
    list[0] = forwards.ends[step] as number
    return { from, doubt: forwards.doubts[step] as number }
  })
}

/** The best one stands last. */
function insert(waiting: Candidate[], candidate: Candidate): void {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byCost(waiting[middle] as Candidate, candidate) > 0) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, candidate)
}
