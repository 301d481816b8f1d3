import type { Budget } from './budget.ts'
import type { Ground, Steps } from './ground.ts'

/**
 * Where the walks of at most so many hops from the start to a goal run: how many hops are left from each place on
 * them. Good until the next zone is found, which takes the same notes.
 */
export interface Zone {
  /** Hops of the shortest walk. */
  readonly distance: number
  /** `marks[2 * place + 1] - base` hops are left from a place. Where that is negative, no such walk runs there. */
  readonly marks: Int32Array
  readonly base: number
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
export function findZone(ground: Ground, reach: Reach, budget: Budget): Zone | undefined {
  const notes = notesFor(ground.order, reach.max)
  const { marks, base } = notes
  const ahead = begin(notes, ground.forwards, 0, Int32Array.of(ground.start))
  const back = begin(notes, ground.backwards, 1, ground.goals)
  const atOnce = marks[2 * ground.start + 1] === base
  if (!approach(ahead, back, { ...reach, closed: ground.closed, met: atOnce }, budget)) {
    return undefined
  }
  complete(ahead, back, reach.nearest ? ahead.depth + back.depth : reach.max)
  return { distance: (marks[2 * ground.start + 1] as number) - base, marks, base }
}

interface Side {
  readonly steps: Steps
  /**
   * Of both sides: at `2 * place` the hops from the start, at `2 * place + 1` those to the goal, added to `base`. What
   * is less than `base` has not been reached. They stand side by side because they are read together.
   */
  readonly marks: Int32Array
  readonly base: number
  readonly own: 0 | 1
  readonly other: 0 | 1
  /** The places reached, by distance; the last ones from `first` up to `end` are the frontier. */
  readonly queue: Int32Array
  first: number
  end: number
  depth: number
  /** How many steps lead on from the frontier. */
  load: number
}

function begin(notes: Notes, steps: Steps, own: 0 | 1, places: Int32Array): Side {
  const { marks, base } = notes
  const queue = own === 0 ? notes.ahead : notes.back
  queue.set(places)
  for (const place of places) marks[2 * place + own] = base
  const end = places.length
  const other = own === 0 ? 1 : 0
  const side = { steps, marks, base, own, other, queue, first: 0, end, depth: 0, load: 0 } as const
  return look({ ...side })
}

interface Approach extends Reach {
  readonly closed: Uint8Array
  met: boolean
}

/** Until the two sides meet, or have gone as far as they may. Tells whether they have met. */
function approach(ahead: Side, back: Side, asked: Approach, budget: Budget): boolean {
  while (mayGoOn(ahead, back, asked)) {
    const side = ahead.load <= back.load ? ahead : back
    budget.steps -= side.load
    if (side.load === 0 || budget.steps < 0) break
    if (advance(side, asked.closed)) asked.met = true
    if (mayGoOn(ahead, back, asked)) look(side)
  }
  return asked.met && budget.steps >= 0
}

function mayGoOn(ahead: Side, back: Side, { max, nearest, met }: Approach): boolean {
  return ahead.depth + back.depth < max && !(nearest && met)
}

// Typed arrays are read within their bounds below, which the compiler cannot see: hence the many `as number`.

/** Expands the frontier, so that the two sides can be compared. */
function look(side: Side): Side {
  const { queue, first, end } = side
  side.steps.expand(queue, first, end)
  const { starts, stops } = side.steps
  let load = 0
  for (let at = first; at < end; at++) {
    const place = queue[at] as number
    load += (stops[place] as number) - (starts[place] as number)
  }
  side.load = load
  return side
}

/** One hop on from the whole frontier. Tells whether it has met the other side. */
function advance(side: Side, closed: Uint8Array): boolean {
  const { marks, base, queue, own, other, first, end } = side
  const { starts, stops, ends } = side.steps
  const mark = base + side.depth + 1
  let tail = end
  let met = false
  for (let at = first; at < end; at++) {
    const place = queue[at] as number
    const stop = stops[place] as number
    for (let step = starts[place] as number; step < stop; step++) {
      const next = ends[step] as number
      if ((marks[2 * next + own] as number) >= base || closed[next] !== 0) continue
      marks[2 * next + own] = mark
      const there = marks[2 * next + other] as number
      met = met || there >= base
      // The other end is no way station.
      if (there !== base) queue[tail++] = next
    }
  }
  side.first = end
  side.end = tail
  side.depth++
  return met
}

/**
 * Goes on backwards to where the search from the start has been, so that every place on a walk of at most `length`
 * hops knows how many are left.
 */
function complete(ahead: Side, back: Side, length: number): void {
  const { queue, steps } = back
  const start = ahead.queue[0] as number
  let { end } = back
  let first = moveUp(back, length - back.depth)
  for (let left = back.depth + 1; left <= length && first < end; left++) {
    steps.expand(queue, first, end)
    let tail = end
    for (let at = first; at < end; at++) {
      tail = completeFrom(back, queue[at] as number, { left, length, start }, tail)
    }
    first = end
    end = tail
  }
}

interface Stage {
  readonly left: number
  readonly length: number
  readonly start: number
}

function completeFrom(back: Side, place: number, stage: Stage, tail: number): number {
  const { marks, base, queue } = back
  const { starts, stops, ends } = back.steps
  const latest = base + stage.length - stage.left
  const stop = stops[place] as number
  let end = tail
  for (let step = starts[place] as number; step < stop; step++) {
    const next = ends[step] as number
    const gone = marks[2 * next] as number
    if (gone < base || gone > latest || (marks[2 * next + 1] as number) >= base) continue
    marks[2 * next + 1] = base + stage.left
    if (next !== stage.start) queue[end++] = next
  }
  return end
}

/** Moves what the start reaches in so many hops to the end of the last frontier, and tells where it begins. */
function moveUp({ queue, marks, base, first, end }: Side, hops: number): number {
  let free = end
  for (let at = end - 1; at >= first; at--) {
    const place = queue[at] as number
    const gone = marks[2 * place] as number
    if (gone >= base && gone <= base + hops) queue[--free] = place
  }
  return free
}

interface Notes {
  readonly marks: Int32Array
  readonly ahead: Int32Array
  readonly back: Int32Array
  base: number
}

let notes: Notes | undefined
let next = 1

/** Marks of earlier searches lie below `base`, so that nothing has to be cleared between two questions. */
function notesFor(order: number, max: number): Notes {
  if (notes === undefined || notes.ahead.length < order || next + max > 2 ** 30) {
    const size = Math.max(order, notes?.ahead.length ?? 0)
    const queue = () => new Int32Array(size)
    notes = { marks: new Int32Array(2 * size), ahead: queue(), back: queue(), base: 0 }
    next = 1
  }
  notes.base = next
  next += max + 1
  return notes
}
