import type { Steps } from './ground.ts'

/** Adds a step to the row that is being made. */
type Add = (edge: number, end: number, doubt: number) => void

/** Steps of which each row is made when it is first asked for, and kept. */
export function madeSteps(order: number, make: (place: number, add: Add) => void): Steps {
  const starts = new Int32Array(order)
  // A row that is made stops at 1 or later: 0 stands for one that is not.
  const stops = new Int32Array(order)
  let edges = new Int32Array(1024)
  let ends = new Int32Array(1024)
  let doubts = new Uint8Array(1024)
  let used = 1
  const add: Add = (edge, end, doubt) => {
    if (used === edges.length) {
      edges = grown(edges, new Int32Array(2 * used))
      ends = grown(ends, new Int32Array(2 * used))
      doubts = grown(doubts, new Uint8Array(2 * used))
    }
    edges[used] = edge
    ends[used] = end
    doubts[used] = doubt
    used++
  }
  return {
    starts,
    stops,
    get edges() {
      return edges
    },
    get ends() {
      return ends
    },
    get doubts() {
      return doubts
    },
    expand: (places, first, end) => {
      for (let at = first; at < end; at++) {
        const place = places[at] as number
        if (stops[place] !== 0) continue
        starts[place] = used
        make(place, add)
        stops[place] = used
      }
    },
  }
}

function grown<Column extends Int32Array | Uint8Array>(column: Column, larger: Column): Column {
  larger.set(column)
  return larger
}
