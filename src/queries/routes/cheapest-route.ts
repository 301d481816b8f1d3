import { type BucketQueue, bucketQueue } from './bucket-queue.ts'
import type { Budget } from './budget.ts'
import { mostCost } from './cost.ts'
import { type Ground, noSteps, type Steps, type Wanted } from './ground.ts'
import type { Route } from './route.ts'

export interface Ride {
  /** Its rows are in order of doubt. */
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
  const { ground, from, costs } = ride
  const notes = notesFor(ground.order)
  const ahead = begin(notes.ahead, notes, ground.forwards, from, costs)
  const back = begin(notes.back, notes, ground.backwards, ground.goals[0] as number, costs)
  const meeting: Meeting = { cost: mostCost, places: [] }
  ahead.wanted = wantedBy(ahead, back, meeting)
  back.wanted = wantedBy(back, ahead, meeting)
  while (ahead.queue.top + back.queue.top <= meeting.cost && budget.steps >= 0) {
    if (ahead.queue.size <= back.queue.size) settle(ride, ahead, back, meeting, budget)
    else settle(ride, back, ahead, meeting, budget)
  }
  if (meeting.places.length === 0 || budget.steps < 0) return undefined
  return { cost: meeting.cost, edges: follow(ride, ahead, back, meeting) }
}

interface Side {
  steps: Steps
  readonly queue: BucketQueue
  /** What the way from either end costs: at `2 * place` from the start, at `2 * place + 1` to the goal. */
  readonly costs: Float64Array
  /** In the same places: the stamp of this search where there is a cost, one more once it is final. */
  readonly marks: Int16Array
  stamp: number
  readonly own: 0 | 1
  /** How many places it has taken from its queue. */
  settled: number
  wanted: Wanted
}

/** The cheapest way found so far, and on each such way the last place that is known from the start's side. */
interface Meeting {
  cost: number
  places: number[]
}

function begin(
  side: Side,
  { stamp }: Notes,
  steps: Steps,
  place: number,
  costs: Float64Array,
): Side {
  const here = 2 * place + side.own
  side.steps = steps
  side.stamp = stamp
  side.settled = 0
  side.costs[here] = 0
  side.marks[here] = stamp
  side.queue.clear(costs[0] as number)
  side.queue.push(0, place)
  return side
}

/**
 * The open places that will be settled next, four times as many as have been: so a search that must fetch its rows does
 * so in few rounds, and fetches little that it does not need.
 */
function wantedBy(side: Side, other: Side, meeting: Meeting): Wanted {
  const { queue, costs, marks, own } = side
  const canLead = (place: number) => {
    const here = 2 * place + own
    return marks[here] === side.stamp && (costs[here] as number) + other.queue.top <= meeting.cost
  }
  return () => queue.cheapest(fewest + 4 * side.settled).filter(canLead)
}

const fewest = 16

const one = new Int32Array(1)

/** Takes an open place of a side that is as cheap as any will be, and looks on from there. */
function settle(ride: Ride, side: Side, other: Side, meeting: Meeting, budget: Budget): void {
  const { marks, stamp, costs, own } = side
  const place = side.queue.pop()
  if (marks[2 * place + own] !== stamp) return
  marks[2 * place + own] = stamp + 1
  const spent = costs[2 * place + own] as number
  side.settled++
  const { starts, stops, edges, ends, doubts } = expanded(side.steps, place, side.wanted)
  const first = starts[place] as number
  const stop = stops[place] as number
  let step = first
  for (; step < stop; step++) {
    const cost = spent + (ride.costs[doubts[step] as number] as number)
    // What the other side has not settled costs it as much as its cheapest open place, and the next steps cost more. What
    // it has settled needs no look: it has looked here itself.
    if (cost + other.queue.top > meeting.cost) break
    const next = ends[step] as number
    const before = own === 0 ? place : next
    if (isWithout(ride, before, edges[step] as number)) continue
    reach(side, next, cost, before, meeting, ride.ground.closed)
  }
  budget.steps -= step - first
}

function reach(
  { marks, stamp, costs, own, queue }: Side,
  place: number,
  cost: number,
  before: number,
  meeting: Meeting,
  closed: Uint8Array,
): void {
  const here = 2 * place + own
  const mark = marks[here] as number
  // What is final has been reached at less.
  if (mark > stamp || closed[place] !== 0) return
  const known = mark === stamp ? (costs[here] as number) : Infinity
  if (known < cost) return
  const there = 2 * place + 1 - own
  if ((marks[there] as number) >= stamp) meet(meeting, cost + (costs[there] as number), before)
  if (known === cost) return
  marks[here] = stamp
  costs[here] = cost
  queue.push(cost, place)
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

function expanded(steps: Steps, place: number, next?: Wanted): Steps {
  one[0] = place
  steps.expand(one, 0, 1, next)
  return steps
}

/** From the start on, always over the first edge in order of key that lies on a cheapest route. */
function follow(ride: Ride, ahead: Side, back: Side, meeting: Meeting): number[] {
  const goal = ride.ground.goals[0] as number
  const { costs, marks, stamp } = back
  const ours = onCheapest(ride, ahead, meeting.places)
  const route: number[] = []
  let place = ride.from
  let spent = 0
  while (place !== goal) {
    const { edges, ends, doubts } = ahead.steps
    const step = firstLeading(ride, ahead.steps, place, spent, leads)
    route.push(edges[step] as number)
    spent += ride.costs[doubts[step] as number] as number
    place = ends[step] as number
  }
  return route

  function leads(next: number, cost: number): boolean {
    const isKnownThere = (marks[2 * next + 1] as number) >= stamp
    if (isKnownThere && cost + (costs[2 * next + 1] as number) === meeting.cost) return true
    return ours.has(next) && cost === costs[2 * next]
  }
}

/** Of the steps from a place that lead on, the one over the first edge. */
function firstLeading(
  ride: Ride,
  steps: Steps,
  place: number,
  spent: number,
  leads: (next: number, cost: number) => boolean,
): number {
  const { starts, stops, edges, ends, doubts } = expanded(steps, place)
  const stop = stops[place] as number
  let first = -1
  for (let step = starts[place] as number; step < stop; step++) {
    const edge = edges[step] as number
    const next = ends[step] as number
    if (first >= 0 && edge > (edges[first] as number)) continue
    if (ride.ground.closed[next] !== 0 || isWithout(ride, place, edge)) continue
    if (leads(next, spent + (ride.costs[doubts[step] as number] as number))) first = step
  }
  if (first < 0) throw new Error('A cheapest route breaks off.')
  return first
}

/** The places on the start's side that lie on a cheapest route: back from where the two sides met. */
function onCheapest(ride: Ride, ahead: Side, places: readonly number[]): ReadonlySet<number> {
  const { ground, costs } = ride
  const on = new Set(places)
  for (const place of on) {
    if (place === ride.from) continue
    const { starts, stops, edges, ends, doubts } = expanded(ground.backwards, place, () => [...on])
    const stop = stops[place] as number
    for (let step = starts[place] as number; step < stop; step++) {
      const before = ends[step] as number
      const edge = edges[step] as number
      if ((ahead.marks[2 * before] as number) < ahead.stamp || isWithout(ride, before, edge))
        continue
      const cost = (ahead.costs[2 * before] as number) + (costs[doubts[step] as number] as number)
      if (cost === ahead.costs[2 * place]) on.add(before)
    }
  }
  return on
}

interface Notes {
  readonly ahead: Side
  readonly back: Side
  stamp: number
}

let notes: Notes | undefined
const mostStamp = 2 ** 15 - 2

/** What earlier searches noted bears a lower stamp, so that it is cleared only once in thousands of searches. */
function notesFor(order: number): Notes {
  if (notes === undefined || notes.ahead.marks.length < 2 * order) notes = makeNotes(order)
  notes.stamp += 2
  if (notes.stamp > mostStamp) {
    notes.ahead.marks.fill(0)
    notes.stamp = 1
  }
  return notes
}

function makeNotes(order: number): Notes {
  const costs = new Float64Array(2 * order)
  const marks = new Int16Array(2 * order)
  const side = (own: 0 | 1): Side => {
    const queue = bucketQueue()
    return { steps: noSteps, queue, costs, marks, stamp: 0, own, settled: 0, wanted: () => [] }
  }
  return { ahead: side(0), back: side(1), stamp: -1 }
}
