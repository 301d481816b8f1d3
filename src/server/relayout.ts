import { debounce } from './debounce.ts'
import type { LayOut } from './lay-out.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ServedGraph } from './served-graph.ts'

export interface Relayout {
  /** To be called when the graph may have become crowded. */
  readonly consider: () => void
  readonly close: () => Promise<void>
}

/** A layout moves everything, so it waits until nobody edits, but not for ever. */
const pause = 3000
const longestCrowd = 60_000

/** Lays a graph out again when so many have come that it is worth it. Where that fails the nodes stay where they are. */
export function openRelayout(
  graph: Pick<ServedGraph, 'shown' | 'isCrowded' | 'rearrange'>,
  layOut: LayOut,
  onMoved: () => void,
  onFailure: (error: unknown) => void,
): Relayout {
  const closing = new AbortController()
  const layout = oneAtATime(async () => {
    if (!graph.isCrowded()) return
    try {
      const positions = await layOut(graph.shown(), closing.signal)
      if (closing.signal.aborted) return
      graph.rearrange(positions)
      onMoved()
    } catch (error) {
      if (!closing.signal.aborted) onFailure(error)
    }
  })
  const crowd = debounce(layout.run, longestCrowd)
  return {
    consider: () => {
      if (graph.isCrowded()) crowd.call(pause)
    },
    close: async () => {
      crowd.cancel()
      closing.abort()
      await layout.settled()
    },
  }
}
