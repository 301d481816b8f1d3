/** Watches a walk step by step, and knows by its state what has been met of what was asked for. */
export interface Monitor {
  /** States are numbered from 0 up to here. */
  readonly states: number
  readonly start: number
  /** The state after a step over an edge to a node; negative where no step may follow. */
  readonly next: (state: number, edge: number, isForward: boolean, to: number) => number
  readonly accepts: (state: number) => boolean
}

/** What both ask for. */
export function both(first: Monitor, second: Monitor): Monitor {
  const { states } = second
  return {
    states: first.states * states,
    start: first.start * states + second.start,
    next: (state, edge, isForward, to) => {
      const ours = first.next(Math.floor(state / states), edge, isForward, to)
      const theirs = second.next(state % states, edge, isForward, to)
      return ours < 0 || theirs < 0 ? -1 : ours * states + theirs
    },
    accepts: (state) => first.accepts(Math.floor(state / states)) && second.accepts(state % states),
  }
}
