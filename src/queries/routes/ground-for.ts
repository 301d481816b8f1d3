import type { Filter } from '../../graph/filter.ts'
import type { PathIndex } from '../path-index.ts'
import type { Direction, RowOrder } from '../rows.ts'
import { closedNodes, type Stations } from './closed-nodes.ts'
import type { Ground, Steps, Wanted } from './ground.ts'
import { indexedSteps } from './indexed-steps.ts'
import { keptEdges, rowFilterOf } from './kept-edges.ts'
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
export function groundFor(
  index: PathIndex,
  walk: Walk,
  monitor?: Monitor,
  order: RowOrder = 'edge',
): Ground {
  const { from, to, filter = {}, avoid = [] } = walk
  const start = index.numbers.get(from) ?? missing(from)
  const goal = index.numbers.get(to) ?? missing(to)
  const closed = closedNodes(index, walk, [start, goal])
  const keeps = keptEdges(index, filter, avoid)
  const stepsBy = (direction: Direction) =>
    only(indexedSteps(index.rows(direction, order)), index, keeps)
  const forwards = stepsBy(walk.directed ? 'out' : 'either')
  const backwards = walk.directed ? stepsBy('in') : forwards
  const plain: Ground = {
    order: index.nodes.length,
    states: 1,
    start,
    goals: [goal],
    forwards,
    backwards,
    closed,
  }
  const ground = monitor === undefined ? plain : watched(plain, index, monitor)
  return index.needRows === undefined ? ground : asFetched(ground, index, walk)
}

/** Of a graph that is there in part: the same ground, of which no row is read that has not been fetched. */
function asFetched(ground: Ground, { graph, needRows }: PathIndex, walk: Walk): Ground {
  const rows = rowFilterOf(graph, walk.filter ?? {}, walk.avoid ?? [])
  const nodesAt = (places: Iterable<number>) =>
    new Set(Array.from(places, (place) => Math.floor(place / ground.states)))
  const asked = (steps: Steps, direction: Direction) =>
    needed(steps, (places, next) => {
      needRows?.(direction, rows, nodesAt(places), next && (() => nodesAt(next())))
    })
  return {
    ...ground,
    forwards: asked(ground.forwards, walk.directed ? 'out' : 'either'),
    backwards: asked(ground.backwards, walk.directed ? 'in' : 'either'),
  }
}

/** The same steps, of which nothing is read before `need` has seen for which places. */
function needed(steps: Steps, need: (places: Int32Array, next?: Wanted) => void): Steps {
  const expand: Steps['expand'] = (places, first, end, next) => {
    need(places.subarray(first, end), next)
    steps.expand(places, first, end)
  }
  // The columns are those that the steps have at the time.
  return Object.create(steps, { expand: { value: expand } })
}

function missing(id: string): never {
  throw new Error(`There is no entity ${id} in the graph: a question is read before it is asked.`)
}

function only(steps: Steps, index: PathIndex, keeps?: (edge: number) => boolean): Steps {
  if (keeps === undefined) return steps
  const { starts, stops, edges, ends, doubts } = steps
  return madeSteps(index.nodes.length, (node, add) => {
    const stop = stops[node] as number
    for (let step = starts[node] as number; step < stop; step++) {
      const edge = edges[step] as number
      if (keeps(edge)) add(edge, ends[step] as number, doubts[step] as number)
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
  // A claim that ties an entity to itself is no step of a path, in whatever state.
  const isOpen = (to: number, from: number) => closed[to] === 0 && to !== from
  const isForward = (edge: number, from: number) => index.sources[edge] === from
  const forwards = madeSteps(order, (place, add) => {
    const node = Math.floor(place / states)
    const { first, stop, edges, ends, doubts } = row(ground.forwards, node)
    for (let step = first; step < stop; step++) {
      const [edge, to] = [edges[step] as number, ends[step] as number]
      const state = next(place % states, edge, isForward(edge, node), to)
      if (state >= 0 && isOpen(to, node)) add(edge, to * states + state, doubts[step] as number)
    }
  })
  const backwards = madeSteps(order, (place, add) => {
    const node = Math.floor(place / states)
    const { first, stop, edges, ends, doubts } = row(ground.backwards, node)
    for (let step = first; step < stop; step++) {
      const [edge, from] = [edges[step] as number, ends[step] as number]
      if (!isOpen(from, node)) continue
      for (let state = 0; state < states; state++) {
        const after = next(state, edge, isForward(edge, from), node)
        if (after === place % states) add(edge, from * states + state, doubts[step] as number)
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
    goals: accepting.map((state) => goal * states + state),
    forwards,
    backwards,
    closed: new Uint8Array(order),
  }
}

const one = new Int32Array(1)

function row(steps: Steps, node: number) {
  one[0] = node
  steps.expand(one, 0, 1)
  const { starts, stops, edges, ends, doubts } = steps
  return { first: starts[node] as number, stop: stops[node] as number, edges, ends, doubts }
}
