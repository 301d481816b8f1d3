import type { Budget } from './budget.ts'
import { mostCost } from './cost.ts'
import type { Ground, Steps } from './ground.ts'
import { createHeap, type Heap } from './heap.ts'
import type { Route } from './route.ts'

export interface Ride {
  readonly ground: Ground
  readonly costs: Float64Array
  readonly from: number
  /** Edges over which the first hop must not go. */
  readonly without: ReadonlySet<number>
}

/**
 * The cheapest route on to the goal, and of those that cost the same the first in order of key: Dijkstra's search from
 * both ends. It goes on until nothing that costs as little can be left, because only then it knows all of them.
 */
export function cheapestRoute(ride: Ride, budget: Budget): Route | undefined {
  const { ground, from } = ride
  const notes = notesFor(ground.order)
  const ahead = begin(ground.forwards, notes, 0, from)
  const back = begin(ground.backwards, notes, 1, ground.goals[0] as number)
  const meeting: Meeting = { cost: mostCost, places: [] }
  while (ahead.heap.top + back.heap.top <= meeting.cost && budget.steps >= 0) {
    if (ahead.heap.size <= back.heap.size) settle(ride, ahead, back, meeting, budget)
    else settle(ride, back, ahead, meeting, budget)
  }
  if (meeting.places.length === 0 || budget.steps < 0) return undefined
  return { cost: meeting.cost, edges: follow(ride, ahead, back, meeting) }
}

interface Side {
  readonly steps: Steps
  readonly heap: Heap
  /** What the way from either end costs: at `2 * place` from the start, at `2 * place + 1` to the goal. */
  readonly costs: Float64Array
  /** In the same places: the stamp of this search where there is a cost, one more once it is final. */
  readonly marks: Int32Array
  readonly stamp: number
  readonly own: 0 | 1
  readonly other: 0 | 1
}

/** The cheapest way found so far, and on each such way the last place that is known from the start's side. */
interface Meeting {
  cost: number
  places: number[]
}

function begin(steps: Steps, notes: Notes, own: 0 | 1, place: number): Side {
  const { costs, marks, stamp } = notes
  const heap = own === 0 ? notes.ahead : notes.back
  heap.clear()
  heap.push(0, place)
  costs[2 * place + own] = 0
  marks[2 * place + own] = stamp
  return { steps, heap, costs, marks, stamp, own, other: own === 0 ? 1 : 0 }
}

const one = new Int32Array(1)

/** Takes the cheapest open place of a side and looks on from there. */
function settle(ride: Ride, side: Side, other: Side, meeting: Meeting, budget: Budget): void {
  const { marks, stamp, costs, own } = side
  const { closed, doubt } = ride.ground
  const place = side.heap.pop()
  if (marks[2 * place + own] !== stamp) return
  marks[2 * place + own] = stamp + 1
  const spent = costs[2 * place + own] as number
  const { starts, stops, edges, ends } = expanded(side.steps, place)
  const stop = stops[place] as number
  budget.steps -= stop - (starts[place] as number)
  for (let step = starts[place] as number; step < stop; step++) {
    const next = ends[step] as number
    const edge = edges[step] as number
    const before = own === 0 ? place : next
    if (closed[next] !== 0 || isWithout(ride, before, edge)) continue
    const cost = spent + (ride.costs[doubt[edge] as number] as number)
    const there = 2 * next + side.other
    if ((marks[there] as number) >= stamp) meet(meeting, cost + (costs[there] as number), before)
    // From what the other side has not settled, its cheapest open place is the least that is still to come.
    if (cost + other.heap.top <= meeting.cost) reach(side, next, cost)
  }
}

function reach({ marks, stamp, costs, heap, own }: Side, place: number, cost: number): void {
  const here = 2 * place + own
  if ((marks[here] as number) >= stamp && (costs[here] as number) <= cost) return
  marks[here] = stamp
  costs[here] = cost
  heap.push(cost, place)
}

function meet(meeting: Meeting, cost: number, place: number): void {
  if (cost > meeting.cost) return
  if (cost < meeting.cost) meeting.places = []
  meeting.cost = cost
  meeting.places.push(place)
}

function isWithout({ from, without }: Ride, place: number, edge: number): boolean {
  return place === from && without.size > 0 && without.has(edge)
}

function expanded(steps: Steps, place: number): Steps {
  one[0] = place
  steps.expand(one, 0, 1)
  return steps
}

/** From the start on, always over the first edge in order of key that lies on a cheapest route. */
function follow(ride: Ride, ahead: Side, back: Side, meeting: Meeting): Int32Array {
  const { ground } = ride
  const goal = ground.goals[0] as number
  const { costs, marks, stamp } = back
  const ours = onCheapest(ride, ahead, meeting.places)
  const route: number[] = []
  let place = ride.from
  let spent = 0
  while (place !== goal) {
    const { starts, stops, edges, ends } = expanded(ahead.steps, place)
    const stop = stops[place] as number
    let step = starts[place] as number
    for (; step < stop; step++) {
      const next = ends[step] as number
      const edge = edges[step] as number
      if (ground.closed[next] !== 0 || isWithout(ride, place, edge)) continue
      const cost = spent + (ride.costs[ground.doubt[edge] as number] as number)
      if (!leads(next, cost)) continue
      route.push(edge)
      spent = cost
      place = next
      break
    }
    if (step === stop) throw new Error('A cheapest route breaks off.')
  }
  return Int32Array.from(route)

  function leads(next: number, cost: number): boolean {
    const isKnownThere = (marks[2 * next + 1] as number) >= stamp
    if (isKnownThere && cost + (costs[2 * next + 1] as number) === meeting.cost) return true
    return ours.has(next) && cost === costs[2 * next]
  }
}

/** The places on the start's side that lie on a cheapest route: back from where the two sides met. */
function onCheapest(ride: Ride, ahead: Side, places: readonly number[]): ReadonlySet<number> {
  const { ground, costs } = ride
  const on = new Set(places)
  for (const place of on) {
    if (place === ride.from) continue
    const { starts, stops, edges, ends } = expanded(ground.backwards, place)
    const stop = stops[place] as number
    for (let step = starts[place] as number; step < stop; step++) {
      const before = ends[step] as number
      const edge = edges[step] as number
      if ((ahead.marks[2 * before] as number) < ahead.stamp || isWithout(ride, before, edge))
        continue
      const cost =
        (ahead.costs[2 * before] as number) + (costs[ground.doubt[edge] as number] as number)
      if (cost === ahead.costs[2 * place]) on.add(before)
    }
  }
  return on
}

interface Notes extends Pick<Side, 'costs' | 'marks'> {
  readonly ahead: Heap
  readonly back: Heap
  stamp: number
}

let notes: Notes | undefined

/** What earlier searches noted bears a lower stamp, so that nothing has to be cleared between two of them. */
function notesFor(order: number): Notes {
  if (notes === undefined || notes.marks.length < 2 * order || notes.stamp > 2 ** 30) {
    const size = Math.max(2 * order, notes?.marks.length ?? 0)
    notes = {
      costs: new Float64Array(size),
      marks: new Int32Array(size),
      ahead: createHeap(),
      back: createHeap(),
      stamp: 0,
    }
  }
  notes.stamp += 2
  return notes
}
