import type { GraphPart, GraphParts } from '../graph/graph-part.ts'
import type { Position } from '../graph/layout-position.ts'
import { compareText } from '../text/compare-text.ts'
import { changedParts, nodeDegrees } from './changed-parts.ts'
import { lineOfEdge } from './graph-lines.ts'
import type { KeptPlaces } from './kept-places.ts'
import { nodePlaces } from './node-places.ts'
import { partText } from './part-text.ts'
import { openPublishedGraph, type PublishedGraph } from './published-graph.ts'
import { openWrittenParts } from './written-parts.ts'

/** A graph as pages get it. From one state to the next its nodes stay where they are. */
export interface ServedGraph extends Omit<PublishedGraph, 'publish'> {
  readonly show: (graph: GraphParts) => void
  /** What was shown last. */
  readonly shown: () => GraphParts
  /** How many edges begin or end at a node. */
  readonly degreeOf: (id: string) => number
  /** The JSON of a `PartAnswer`: these nodes, and the edges between them. */
  readonly partText: (ids: readonly string[]) => string
  /** So many have come since the layout was made that it is worth another one. */
  readonly isCrowded: () => boolean
  /** Gives the nodes the places of a layout of a graph that was shown, now or a little earlier. */
  readonly rearrange: (positions: ReadonlyMap<string, Position>) => void
  readonly places: () => KeptPlaces
}

/** With places from another time, nodes begin where they stood then. */
export function openServedGraph(first: GraphParts, before?: KeptPlaces): ServedGraph {
  const places = nodePlaces(before)
  const degrees = nodeDegrees()
  const { write, ...written } = openWrittenParts(places, degrees)
  const { publish, ...published } = openPublishedGraph(first, written)
  let graph: GraphParts = { ...first, parts: new Map() }
  /** What a state has changed that could not be shown to its end: it is written with the next one. */
  const unwritten = new Set<string>()

  const show = (now: GraphParts) => {
    const wasTorn = unwritten.size > 0
    const changed = changedParts(graph.parts, now.parts)
    for (const { id } of changed) unwritten.add(id)
    for (const id of degrees.update(changed)) unwritten.add(id)
    graph = now
    const areAllMoved = places.welcome(now, partsOf(unwritten, now))
    const touched = write(now, areAllMoved ? [...unwritten, ...now.parts.keys()] : unwritten)
    unwritten.clear()
    publish(now, areAllMoved || wasTorn ? undefined : touched)
  }
  const rearrange = (positions: ReadonlyMap<string, Position>) => {
    for (const id of graph.parts.keys()) unwritten.add(id)
    places.rearrange(positions, graph)
    write(graph, unwritten)
    unwritten.clear()
    publish(graph, undefined)
  }
  show(first)
  return {
    ...published,
    show,
    shown: () => graph,
    degreeOf: degrees.of,
    partText: (asked) => {
      const ids = [...new Set(asked)].sort(compareText)
      return partText({
        ...{ version: published.version(), ids, part: partOf(ids, graph), degreeOf: degrees.of },
        lineOf: ({ key }) => lineOfEdge(key, written.lines),
      })
    },
    isCrowded: places.isCrowded,
    rearrange,
    places: () => places.kept(graph),
  }
}

function partOf(ids: readonly string[], { attributes, parts }: GraphParts): GraphParts {
  const isHere = new Set(ids)
  const kept = ids.flatMap((id): [string, GraphPart][] => {
    const part = parts.get(id)
    if (part === undefined) return []
    return [[id, { node: part.node, edges: part.edges.filter((edge) => isHere.has(edge.target)) }]]
  })
  return { attributes, parts: new Map(kept) }
}

function partsOf(ids: Iterable<string>, { parts }: GraphParts): ReadonlyMap<string, GraphPart> {
  const found = new Map<string, GraphPart>()
  for (const id of ids) {
    const part = parts.get(id)
    if (part) found.set(id, part)
  }
  return found
}
