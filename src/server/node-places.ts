import { buildGraph } from '../graph/build-graph.ts'
import type { GraphPart, GraphParts } from '../graph/graph-part.ts'
import { positionsIn } from '../graph/layout-graph.ts'
import { placeNewcomers } from '../graph/layout-newcomers.ts'
import type { Position } from '../graph/layout-position.ts'
import type { KeptPlaces } from './kept-places.ts'

/** Where the nodes of a graph stand from one state to the next. What is gone is remembered: it may come back. */
export interface NodePlaces {
  readonly of: (id: string) => Position
  /**
   * Finds places for those that have none. `changed` are the parts in which these, and edges to these, can be. Where
   * most have none, all are placed anew: then it gives true.
   */
  readonly welcome: (graph: GraphParts, changed: ReadonlyMap<string, GraphPart>) => boolean
  readonly isCrowded: () => boolean
  /** Takes the places of a layout. Who has come since it was begun is welcomed. */
  readonly rearrange: (positions: ReadonlyMap<string, Position>, graph: GraphParts) => void
  /** Of the nodes of this graph. */
  readonly kept: (graph: GraphParts) => KeptPlaces
}

/** A picture to which more than a tenth has been added is worth another layout, unless it is that of a few. */
const mostNewcomers = { share: 0.1, few: 20 }

export function nodePlaces(before?: KeptPlaces): NodePlaces {
  let places = new Map<string, Position>(before?.places)
  let newcomers = before?.newcomers ?? 0
  let size = 0

  const layOut = (graph: GraphParts) => {
    places = positionsIn(buildGraph(graph))
    newcomers = 0
    size = graph.parts.size
  }
  const welcome: NodePlaces['welcome'] = (graph, changed) => {
    size = graph.parts.size
    const strangers = [...changed.keys()].filter((id) => !places.has(id))
    if (strangers.length === 0) return false
    if (strangers.length * 2 > size) {
      layOut(graph)
      return true
    }
    const ties = tiesOf(strangers, changed)
    const found = placeNewcomers(
      strangers.map((id) => ({ id, neighbours: ties.get(id) ?? [] })),
      places,
    )
    for (const [id, place] of found) places.set(id, place)
    newcomers += strangers.length
    return false
  }
  return {
    of: (id) => places.get(id) ?? { x: 0, y: 0 },
    welcome,
    isCrowded: () => newcomers > Math.max(mostNewcomers.few, size * mostNewcomers.share),
    rearrange: (positions, graph) => {
      places = new Map(positions)
      newcomers = 0
      welcome(graph, graph.parts)
    },
    kept: ({ parts }) => ({
      newcomers,
      places: new Map([...places].filter(([id]) => parts.has(id))),
    }),
  }
}

/** The other ends of all edges at one of these nodes. */
function tiesOf(
  ids: readonly string[],
  parts: ReadonlyMap<string, GraphPart>,
): ReadonlyMap<string, readonly string[]> {
  const ties = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const [source, { edges }] of parts) {
    for (const { target } of edges) {
      ties.get(source)?.push(target)
      ties.get(target)?.push(source)
    }
  }
  return ties
}
