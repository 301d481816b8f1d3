import type { Budget } from './budget.ts'
import { type Ground, noSteps, type Steps } from './ground.ts'

/**
 * Where the walks of at most so many hops from the start to a goal run: how many hops are left from each place on
 * them. Good until the next zone is found, which takes the same notes.
 */
export interface Zone {
  /** Hops of the shortest walk. */
  readonly distance: number
  /** `marks[2 * place + 1] - base` hops are left from a place. Where that is negative, no such walk runs there. */
  readonly marks: Int16Array
  readonly base: number
  /** All of which that is known, and some that no walk comes to. */
  readonly places: () => readonly number[]
}

export interface Reach {
  /** The longest walks to look for, in hops. */
  readonly max: number
  /** Only the shortest walks. */
  readonly nearest: boolean
}

/**
 * Breadth first from both ends, always on from the side with fewer steps ahead. Undefined where there is no walk, or
 * where the budget does not suffice to find one.
 */
export function findZone(
  ground: Ground,
  { max, nearest }: Reach,
  budget: Budget,
): Zone | undefined {
  const notes = notesFor(ground.order, max)
  const { ahead, back, marks, base } = notes
  begin(notes, ahead, ground.forwards, [ground.start])
  begin(notes, back, ground.backwards, ground.goals)
  const start = 2 * ground.start + 1
  notes.nearest = nearest
  notes.met = marks[start] === base
  const last = approach(notes, ground.closed, max, budget)
  if (!notes.met || budget.steps < 0) return undefined
  if (nearest) complete(notes, ground.start, moveOver(last, back), ahead.depth + back.depth)
  else complete(notes, ground.start, moveUp(notes, max - back.depth), max)
  notes.distance = (marks[start] as number) - base
  return notes
}

/** What one of the two searches knows. */
interface Side {
  steps: Steps
  /** Which of the two marks of a place are this side's: 0 for the search from the start, 1 for the one from the goal. */
  readonly own: 0 | 1
  /** The places reached, by distance; the last ones from `first` up to `end` are the frontier. */
  readonly queue: Int32Array
  first: number
  end: number
  depth: number
  /** How many steps lead on from the frontier. */
  load: number
}

/** Of both searches. They are kept from one question to the next, because to make them costs time. */
interface Notes {
  /**
   * At `2 * place` the hops from the start, at `2 * place + 1` those to the goal, added to `base`. What is less than
   * `base` has not been reached. They stand side by side because they are read together, and are short because most
   * of the time of a search in a large graph goes into waiting for them.
   */
  readonly marks: Int16Array
  readonly ahead: Side
  readonly back: Side
  base: number
  /** Only the nearest walks are looked for. */
  nearest: boolean
  met: boolean
  /** What the other side has not marked by as much is on no walk that is looked for. */
  least: number
  distance: number
  readonly places: () => readonly number[]
}

function begin({ marks, base }: Notes, side: Side, steps: Steps, places: readonly number[]): void {
  side.steps = steps
  side.first = 0
  side.end = 0
  side.depth = 0
  for (const place of places) {
    marks[2 * place + side.own] = base
    side.queue[side.end++] = place
  }
  look(side)
}

/** Until the two sides meet, or have gone as far as they may. Gives the side that went last. */
function approach(notes: Notes, closed: Uint8Array, max: number, budget: Budget): Side {
  const { ahead, back, base } = notes
  let last = back
  for (let hops = 1; hops <= max && !isDone(notes); hops++) {
    if (hops > 1) look(last)
    last = ahead.load <= back.load ? ahead : back
    budget.steps -= last.load
    if (last.load === 0 || budget.steps < 0) break
    notes.least = hops === max ? base : 0
    advance(notes, last, closed)
  }
  return last
}

function isDone({ nearest, met }: Notes): boolean {
  return nearest && met
}

// Typed arrays are read within their bounds below, which the compiler cannot see: hence the many `as number`.

/** Expands the frontier, so that the two sides can be compared. */
function look(side: Side): void {
  const { queue, first, end, steps } = side
  steps.expand(queue, first, end)
  const { starts, stops } = steps
  let load = 0
  for (let at = first; at < end; at++) {
    const place = queue[at] as number
    load += (stops[place] as number) - (starts[place] as number)
  }
  side.load = load
}

/** One hop on from the whole frontier. */
function advance(notes: Notes, side: Side, closed: Uint8Array): void {
  const { queue, first, end } = side
  const { starts, stops } = side.steps
  side.first = end
  side.depth++
  for (let at = first; at < end; at++) {
    const place = queue[at] as number
    enter(notes, side, starts[place] as number, stops[place] as number, closed)
  }
}

/** Enters what some steps lead to, where the side has not been. */
function enter(notes: Notes, side: Side, first: number, stop: number, closed: Uint8Array): void {
  const { marks, base } = notes
  const { queue, own } = side
  const { ends } = side.steps
  const other = 1 - own
  const mark = base + side.depth
  for (let step = first; step < stop; step++) {
    const next = ends[step] as number
    if ((marks[2 * next + own] as number) >= base) continue
    const there = marks[2 * next + other] as number
    if (there < notes.least || closed[next] !== 0) continue
    marks[2 * next + own] = mark
    if (there >= base) meet(notes, side)
    // The other end is no way station.
    if (there !== base || notes.nearest) queue[side.end++] = next
  }
}

/** As soon as the nearest walks meet, only the other places where they do so belong to them. */
function meet(notes: Notes, side: Side): void {
  if (notes.nearest && !notes.met) {
    notes.least = notes.base
    side.end = side.first
  }
  notes.met = true
}

/** Where the nearest walks meet, as the last places of the search from the goal. Tells where they begin. */
function moveOver(last: Side, back: Side): number {
  if (last !== back) {
    back.end = back.first
    for (let at = last.first; at < last.end; at++) back.queue[back.end++] = last.queue[at] as number
  }
  return back.first
}

/** Moves what the start reaches in so many hops to the end of the last frontier, and tells where it begins. */
function moveUp({ back, marks, base }: Notes, hops: number): number {
  const { queue, first, end } = back
  let free = end
  for (let at = end - 1; at >= first; at--) {
    const place = queue[at] as number
    const gone = marks[2 * place] as number
    if (gone >= base && gone <= base + hops) queue[--free] = place
  }
  return free
}

/**
 * Goes on backwards from there to where the search from the start has been, so that every place on a walk of at most
 * `length` hops knows how many are left.
 */
function complete(notes: Notes, start: number, from: number, length: number): void {
  const { back } = notes
  const { queue, steps } = back
  let first = from
  for (let left = back.depth + 1; left <= length && first < back.end; left++) {
    const end = back.end
    steps.expand(queue, first, end)
    for (let at = first; at < end; at++)
      lead(notes, queue[at] as number, left, length - left, start)
    first = end
  }
}

/** From where the steps to a place come, if the start reaches it in so many hops: so many are left from there. */
function lead(
  { marks, base, back }: Notes,
  place: number,
  left: number,
  hops: number,
  start: number,
): void {
  const { queue } = back
  const { starts, stops, ends } = back.steps
  const stop = stops[place] as number
  for (let step = starts[place] as number; step < stop; step++) {
    const next = ends[step] as number
    const gone = marks[2 * next] as number
    if (gone < base || gone > base + hops || (marks[2 * next + 1] as number) >= base) continue
    marks[2 * next + 1] = base + left
    if (next !== start) queue[back.end++] = next
  }
}

let notes: Notes | undefined
let next = 1
const mostMark = 2 ** 15 - 1

/** Marks of earlier searches lie below `base`, so that the notes are cleared only once in thousands of questions. */
function notesFor(order: number, max: number): Notes {
  if (notes === undefined || notes.marks.length < 2 * order) notes = makeNotes(order)
  if (next + max > mostMark) {
    notes.marks.fill(0)
    next = 1
  }
  notes.base = next
  next += max + 1
  return notes
}

function makeNotes(order: number): Notes {
  const side = (own: 0 | 1): Side => {
    return {
      steps: noSteps,
      own,
      queue: new Int32Array(order),
      first: 0,
      end: 0,
      depth: 0,
      load: 0,
    }
  }
  const sides = { ahead: side(0), back: side(1) }
  const asked = { nearest: false, met: false, least: 0, distance: 0 }
  const places = () => Array.from(sides.back.queue.subarray(0, sides.back.end))
  return { marks: new Int16Array(2 * order), ...sides, base: 0, ...asked, places }
}
