import { nodeLine } from '../exports/json-lines.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { GraphEdge } from '../graph/graph-edges.ts'
import type { GraphParts } from '../graph/graph-part.ts'
import { positionsIn } from '../graph/layout-graph.ts'
import { nodeLook } from '../graph/node-look.ts'
import type { PartAnswer } from './graph-question.ts'

/** What a page has asked for of a graph. */
export interface AskedPart {
  readonly version: string
  /** In order; some of them may be no ids of entities. */
  readonly ids: readonly string[]
  /** The entities of these ids, and every edge between two of them. */
  readonly part: GraphParts
  /** In the whole graph. */
  readonly degreeOf: (id: string) => number
  readonly lineOf: (edge: GraphEdge, source: string) => string | undefined
}

/**
 * The JSON of a `PartAnswer`, nodes and edges in the order of the graph. The part has a layout of its own, in which the
 * sizes are those of the whole: the same entities have the same picture, whoever asks, and whatever else changes.
 */
export function partText({ version, ids, part, degreeOf, lineOf }: AskedPart): string {
  const edges = [...part.parts].flatMap(([source, each]) =>
    each.edges.flatMap((edge) => lineOf(edge, source) ?? []),
  )
  const members: Record<keyof PartAnswer, string> = {
    version: JSON.stringify(version),
    nodes: `[\n${nodeLines(part, degreeOf).join(',\n')}\n]`,
    edges: `[\n${edges.join(',\n')}\n]`,
    degrees: JSON.stringify([...part.parts.keys()].map(degreeOf)),
    unknown: JSON.stringify(ids.filter((id) => !part.parts.has(id))),
  }
  return `{\n${Object.entries(members)
    .map(([key, text]) => `"${key}":${text}`)
    .join(',\n')}\n}\n`
}

function nodeLines(part: GraphParts, degreeOf: (id: string) => number): string[] {
  const places = positionsIn(buildGraph(part), degreeOf)
  const types = part.attributes.ontology.entities
  return Array.from(part.parts, ([id, { node }]) => {
    const look = nodeLook(node.type, places.get(id) ?? { x: 0, y: 0 }, degreeOf(id), types)
    return nodeLine(id, { ...node, ...look })
  })
}
