import type { Steps } from './ground.ts'

/** Adds a step to the row that is being made. */
type Add = (edge: number, end: number) => void

/** Steps of which each row is made when it is first asked for, and kept. */
export function madeSteps(order: number, make: (place: number, add: Add) => void): Steps {
  const starts = new Int32Array(order)
  // A row that is made stops at 1 or later: 0 stands for one that is not.
  const stops = new Int32Array(order)
  let edges = new Int32Array(1024)
  let ends = new Int32Array(1024)
  let used = 1
  const add: Add = (edge, end) => {
    if (used === edges.length) {
      edges = grown(edges)
      ends = grown(ends)
    }
    edges[used] = edge
    ends[used] = end
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

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
