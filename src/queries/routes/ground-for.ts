import type { Filter } from '../../graph/filter.ts'
import type { PathIndex } from '../path-index.ts'
import { closedNodes, type Stations } from './closed-nodes.ts'
import type { Ground, Steps } from './ground.ts'
import { indexedSteps } from './indexed-steps.ts'
import { keptEdges } from './kept-edges.ts'
import { madeSteps } from './made-steps.ts'
import type { Monitor } from './monitor.ts'

export interface Walk extends Stations {
  readonly from: string
  readonly to: string
  /** Follow edges from source to target only. */
  readonly directed?: boolean
  readonly filter?: Filter
}

/** Where the paths of a question may run. The monitor watches what lies on them; without one, nothing is asked of that. */
export function groundFor(index: PathIndex, walk: Walk, monitor?: Monitor): Ground {
  const { from, to, filter = {}, avoid = [] } = walk
  const ends = [from, to].map((id) => index.numbers.get(id) ?? missing(id))
  const [start = 0, goal = 0] = ends
  const closed = closedNodes(index, walk, ends)
  const keeps = keptEdges(index, filter, avoid)
  const [ahead, back] = walk.directed ? [index.out, index.into] : [index.either, index.either]
  const forwards = only(indexedSteps(ahead), index, keeps)
  const backwards = ahead === back ? forwards : only(indexedSteps(back), index, keeps)
  const plain: Ground = {
    order: index.nodes.length,
    states: 1,
    start,
    goals: Int32Array.of(goal),
    forwards,
    backwards,
    closed,
    doubt: index.doubt,
  }
  return monitor === undefined ? plain : watched(plain, index, monitor)
}

function missing(id: string): never {
  throw new Error(`There is no entity ${id} in the graph: a question is read before it is asked.`)
}

function only(steps: Steps, index: PathIndex, keeps?: (edge: number) => boolean): Steps {
  if (keeps === undefined) return steps
  const { starts, stops, edges, ends } = steps
  return madeSteps(index.nodes.length, (node, add) => {
    const stop = stops[node] as number
    for (let step = starts[node] as number; step < stop; step++) {
      const edge = edges[step] as number
      if (keeps(edge)) add(edge, ends[step] as number)
    }
  })
}

/** The same ground with every entity in each state of the monitor: graph and question are walked together. */
function watched(
  ground: Ground,
  index: PathIndex,
  { states, start, next, accepts }: Monitor,
): Ground {
  const order = ground.order * states
  const { closed } = ground
  const isForward = (edge: number, from: number) => index.sources[edge] === from
  const forwards = madeSteps(order, (place, add) => {
    const node = Math.floor(place / states)
    const { first, stop, edges, ends } = row(ground.forwards, node)
    for (let step = first; step < stop; step++) {
      const [edge, to] = [edges[step] as number, ends[step] as number]
      const state = next(place % states, edge, isForward(edge, node), to)
      if (state >= 0 && closed[to] === 0) add(edge, to * states + state)
    }
  })
  const backwards = madeSteps(order, (place, add) => {
    const node = Math.floor(place / states)
    const { first, stop, edges, ends } = row(ground.backwards, node)
    for (let step = first; step < stop; step++) {
      const [edge, from] = [edges[step] as number, ends[step] as number]
      if (closed[from] !== 0) continue
      for (let state = 0; state < states; state++) {
        const after = next(state, edge, isForward(edge, from), node)
        if (after === place % states) add(edge, from * states + state)
      }
    }
  })
  const goal = ground.goals[0] as number
  const accepting = Array.from({ length: states }, (_, state) => state).filter(accepts)
  return {
    ...ground,
    order,
    states,
    start: ground.start * states + start,
    goals: Int32Array.from(accepting, (state) => goal * states + state),
    forwards,
    backwards,
    closed: new Uint8Array(order),
  }
}

const one = new Int32Array(1)

function row(steps: Steps, node: number) {
  one[0] = node
  steps.expand(one, 0, 1)
  const { starts, stops, edges, ends } = steps
  return { first: starts[node] as number, stop: stops[node] as number, edges, ends }
}
