import { nodeLine } from '../exports/json-lines.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { GraphPart, GraphParts } from '../graph/graph-part.ts'
import { positionsIn } from '../graph/layout-graph.ts'
import { nodeLook } from '../graph/node-look.ts'
import { compareText } from '../text/compare-text.ts'
import { lineOfEdge, type PartLines } from './graph-lines.ts'
import type { PartAnswer } from './graph-question.ts'

interface State {
  readonly version: string
  readonly graph: GraphParts
  readonly lines: ReadonlyMap<string, PartLines>
  readonly degreeOf: (id: string) => number
}

/**
 * The JSON of a `PartAnswer`, nodes and edges in the order of the graph. The part has a layout of its own, in which the
 * sizes are those of the whole: the same entities have the same picture, whoever asks, and whatever else changes.
 */
export function partText(ids: readonly string[], state: State): string {
  const asked = [...new Set(ids)].sort(compareText)
  const part = partOf(asked, state.graph)
  const edges = [...part.parts.values()].flatMap((each) =>
    each.edges.flatMap(({ key }) => lineOfEdge(key, state.lines) ?? []),
  )
  const members: Record<keyof PartAnswer, string> = {
    version: JSON.stringify(state.version),
    nodes: `[\n${nodeLines(part, state.degreeOf).join(',\n')}\n]`,
    edges: `[\n${edges.join(',\n')}\n]`,
    degrees: JSON.stringify([...part.parts.keys()].map(state.degreeOf)),
    unknown: JSON.stringify(asked.filter((id) => !part.parts.has(id))),
  }
  return `{\n${Object.entries(members)
    .map(([key, text]) => `"${key}":${text}`)
    .join(',\n')}\n}\n`
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

function nodeLines(part: GraphParts, degreeOf: (id: string) => number): string[] {
  const places = positionsIn(buildGraph(part), degreeOf)
  const types = part.attributes.ontology.entities
  return Array.from(part.parts, ([id, { node }]) => {
    const look = nodeLook(node.type, places.get(id) ?? { x: 0, y: 0 }, degreeOf(id), types)
    return nodeLine(id, { ...node, ...look })
  })
}
