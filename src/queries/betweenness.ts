import type { TieIndex } from './tie-index.ts'

/** How much of the traffic between all pairs runs over each node and each tie. */
export interface Traffic {
  readonly overNode: Float64Array
  /** Of the squares of what each start adds, for the error of a sample. */
  readonly squares: Float64Array
  readonly overTie: Float64Array
}

/**
 * Brandes' algorithm: from each start, one unit goes to every other node over the shortest chains, split evenly among
 * them. `mayPass` tells the nodes that a chain may run through; the others are ends only. It stops after each start
 * with the number of steps that this one took, so that a caller can rest, or give up.
 */
export function* betweenness(
  index: TieIndex,
  starts: Iterable<number>,
  mayPass: Uint8Array,
): Generator<number, Traffic> {
  const order = index.nodes.length
  const traffic: Traffic = {
    overNode: new Float64Array(order),
    squares: new Float64Array(order),
    overTie: new Float64Array(index.size),
  }
  const search: Search = {
    distance: new Int32Array(order).fill(-1),
    ways: new Float64Array(order),
    share: new Float64Array(order),
    queue: new Uint32Array(order),
  }
  for (const start of starts) {
    const { reached, steps } = spread(index, start, mayPass, search)
    collect(index, start, mayPass, reached, search, traffic)
    yield steps
  }
  return traffic
}

/** Reused from one start to the next: `distance` is -1 all over before and after each. */
interface Search {
  readonly distance: Int32Array
  /** How many shortest chains lead here. */
  readonly ways: Float64Array
  /** How much goes through here to what lies behind. */
  readonly share: Float64Array
  /** The nodes reached, the nearest first. */
  readonly queue: Uint32Array
}

// Typed arrays are read within their bounds below, which the compiler cannot see: hence the many `as number`.

function spread(index: TieIndex, start: number, mayPass: Uint8Array, search: Search) {
  const { starts, neighbours } = index
  const { distance, ways, share, queue } = search
  distance[start] = 0
  ways[start] = 1
  queue[0] = start
  let reached = 1
  let steps = 0
  for (let head = 0; head < reached; head++) {
    const node = queue[head] as number
    share[node] = 0
    if (node !== start && mayPass[node] === 0) continue
    const next = (distance[node] as number) + 1
    const end = starts[node + 1] as number
    steps += end - (starts[node] as number)
    for (let at = starts[node] as number; at < end; at++) {
      const other = neighbours[at] as number
      if (distance[other] === -1) {
        distance[other] = next
        ways[other] = 0
        queue[reached++] = other
      }
      if (distance[other] === next) ways[other] = (ways[other] as number) + (ways[node] as number)
    }
  }
  return { reached, steps }
}

/** From the farthest node back: what arrives at a node has come over those one step nearer, by their ways. */
function collect(
  index: TieIndex,
  start: number,
  mayPass: Uint8Array,
  reached: number,
  search: Search,
  traffic: Traffic,
): void {
  const { starts, neighbours, ties } = index
  const { distance, ways, share, queue } = search
  const { overNode, squares, overTie } = traffic
  for (let head = reached - 1; head > 0; head--) {
    const node = queue[head] as number
    const nearer = (distance[node] as number) - 1
    const perWay = (1 + (share[node] as number)) / (ways[node] as number)
    const end = starts[node + 1] as number
    for (let at = starts[node] as number; at < end; at++) {
      const other = neighbours[at] as number
      if (distance[other] !== nearer || (mayPass[other] === 0 && other !== start)) continue
      const part = perWay * (ways[other] as number)
      share[other] = (share[other] as number) + part
      const tie = ties[at] as number
      overTie[tie] = (overTie[tie] as number) + part
    }
    const through = share[node] as number
    overNode[node] = (overNode[node] as number) + through
    squares[node] = (squares[node] as number) + through * through
    distance[node] = -1
  }
  distance[start] = -1
}
