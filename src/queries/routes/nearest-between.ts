import type { Ground, Steps } from './ground.ts'

export interface Between {
  /** How many entities each end reaches on the first ground, itself among them. */
  readonly reached: { readonly from: number; readonly to: number }
  /** The first node and the edges of a shortest way between the two sides over the second ground, if there is any. */
  readonly gap: { readonly from: number; readonly edges: readonly number[] } | undefined
}

/** What lies between two ends that the first ground does not connect, and the second one may. */
export function nearestBetween(ground: Ground, looser: Ground): Between {
  const nodes = looser.order
  const ours = reachable(ground.forwards, ground, [ground.start], nodes)
  const theirs = reachable(ground.backwards, ground, ground.goals, nodes)
  const reached = { from: sizeOf(ours), to: sizeOf(theirs) }
  const areApart = ours.every((isReached, node) => isReached === 0 || theirs[node] === 0)
  return { reached, gap: areApart ? shortestAcross(looser, ours, theirs) : undefined }
}

/** Not 0 for each entity that is reached in some state. */
function reachable(steps: Steps, ground: Ground, from: readonly number[], nodes: number) {
  const { order, states, closed } = ground
  const reached = new Uint8Array(nodes)
  walk(steps, order, from, (place) => {
    reached[Math.floor(place / states)] = 1
    return (next) => closed[next] === 0
  })
  return reached
}

function shortestAcross({ order, forwards, closed }: Ground, ours: Uint8Array, theirs: Uint8Array) {
  const nodes = Array.from({ length: order }, (_, node) => node)
  const starts = nodes.filter((node) => ours[node] !== 0)
  let end: number | undefined
  const cameBy = walk(forwards, order, starts, (node) => {
    if (end === undefined && theirs[node] !== 0) end = node
    return (next) => end === undefined && closed[next] === 0
  })
  if (end === undefined) return undefined
  const edges: number[] = []
  let node = end
  for (let came = cameBy.get(node); came !== undefined; came = cameBy.get(node)) {
    edges.unshift(came.edge)
    node = came.from
  }
  return { from: node, edges }
}

interface Came {
  readonly edge: number
  readonly from: number
}

/** Breadth first; `visit` is told each place once and says where to go on. Gives the step by which each was reached. */
function walk(
  steps: Steps,
  order: number,
  from: readonly number[],
  visit: (place: number) => (next: number) => boolean,
): ReadonlyMap<number, Came> {
  const queue = new Int32Array(order)
  const seen = new Uint8Array(order)
  const cameBy = new Map<number, Came>()
  queue.set(from)
  for (const place of from) seen[place] = 1
  let end = from.length
  for (let at = 0; at < end; at++) {
    const place = queue[at] as number
    const goesOn = visit(place)
    steps.expand(queue, at, at + 1)
    for (let step = steps.starts[place] ?? 0; step < (steps.stops[place] ?? 0); step++) {
      const next = steps.ends[step] as number
      if (seen[next] !== 0 || !goesOn(next)) continue
      seen[next] = 1
      cameBy.set(next, { edge: steps.edges[step] as number, from: place })
      queue[end++] = next
    }
  }
  return cameBy
}

function sizeOf(reached: Uint8Array): number {
  return reached.reduce((size, isReached) => size + isReached, 0)
}
