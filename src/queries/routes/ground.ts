/**
 * Where a search walks. The searches (`zone.ts`, `simple-routes.ts`, `cheapest-route.ts`) are written over this alone
 * and know nothing of the index. They read rows of numbers and not one step at a time through a function, because the
 * call would cost more than the step; they ask for rows by the batch, a frontier at once, because an engine over a
 * network answers a batch in the time of one. Such an engine numbers places and edges as they arrive, appends their
 * rows here, pages through long ones itself, and where rows are missing gives up the search and runs it again once it
 * has fetched them: a search changes nothing but its own notes and finds the same again.
 */
export interface Ground {
  /** Places are numbered from 0 up to here. A place is an entity, or an entity in one of several states. */
  readonly order: number
  /** How many states each entity has: entity `e` in state `s` is place `e * states + s`. */
  readonly states: number
  readonly start: number
  /** Where a path may end: one entity, in those of its states in which all that was asked for has been met. */
  readonly goals: readonly number[]
  readonly forwards: Steps
  readonly backwards: Steps
  /** Not 0 for a place that no path may enter. A search may close open ones, if it opens them again. */
  readonly closed: Uint8Array
}

/** The places that a search will probably look at next. */
export type Wanted = () => readonly number[]

/**
 * Once a place is expanded, its steps stand in these columns from `starts[place]` up to `stops[place]`, in order of edge,
 * or of doubt for a search that asks for this. The arrays may be others after the next expansion.
 */
export interface Steps {
  readonly starts: Int32Array
  readonly stops: Int32Array
  readonly edges: Int32Array
  readonly ends: Int32Array
  /** How far the edge of each step is to be doubted, as in the index. */
  readonly doubts: Uint8Array
  /**
   * Makes the rows of the places that stand in the list from `first` up to `end` ready to be read. `next` tells of which
   * places rows may be wanted soon: who must fetch some fetches these with them.
   */
  readonly expand: (places: Int32Array, first: number, end: number, next?: Wanted) => void
}

const none = new Int32Array(0)

/** For a search that has not begun. */
export const noSteps: Steps = {
  starts: none,
  stops: none,
  edges: none,
  ends: none,
  doubts: new Uint8Array(0),
  expand: () => {},
}
