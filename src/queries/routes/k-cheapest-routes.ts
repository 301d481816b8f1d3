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
  const places = placesOn(ground, edges)
  const found: Candidate[] = []
  let spent = 0
  for (const [at, edge] of edges.entries()) {
    const from = places[at] as number
    if (at >= route.leaves) {
      const without = new Set(at === route.leaves ? route.without : []).add(edge)
      const rest = cheapestRoute({ ground, costs, from, without }, budget)
      if (rest) {
        const whole = Int32Array.from([...edges.subarray(0, at), ...rest.edges])
        found.push({ cost: spent + rest.cost, edges: whole, leaves: at, without })
      }
    }
    // What lies before is closed to the next ones.
    ground.closed[from] = 1
    spent += costs[ground.doubt[edge] as number] as number
  }
  // None of them was closed before: the route runs over them.
  for (const place of places) ground.closed[place] = 0
  return found
}

/** The places that a route passes, its goal aside. */
function placesOn({ forwards, start }: Ground, edges: Int32Array): number[] {
  const places = [start]
  const list = new Int32Array(1)
  for (const edge of edges.subarray(0, -1)) {
    const place = places.at(-1) as number
    list[0] = place
    forwards.expand(list, 0, 1)
    let step = forwards.starts[place] as number
    while (forwards.edges[step] !== edge) step++
    places.push(forwards.ends[step] as number)
  }
  return places
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
