import type { AskedEngine } from '../engines/asked-engine.ts'
import type { StoredEdge, StoredNode } from '../engines/engine.ts'
import { edgeLine } from '../exports/json-lines.ts'
import type { GraphEdge } from '../graph/graph-edges.ts'
import type { GraphPart } from '../graph/graph-part.ts'
import { compareText } from '../text/compare-text.ts'
import { partText } from './part-text.ts'

/** The JSON of a `PartAnswer` of a base on a server. */
export async function partOn(
  { engine, facts }: AskedEngine,
  asked: readonly string[],
): Promise<string> {
  const ids = [...new Set(asked)].sort(compareText)
  const [nodes, edges, degrees] = await Promise.all([
    engine.nodes(ids),
    engine.between(ids),
    engine.degrees(ids),
  ])
  return partText({
    ...{
      version: facts.version,
      ids,
      part: { attributes: facts.graph, parts: parts(nodes, edges) },
    },
    degreeOf: (id) => degrees.get(id) ?? 0,
    lineOf: ({ key, target, attributes }, source) => edgeLine(key, source, target, attributes),
  })
}

/** In order of id and of key. An edge of which an end has just been removed from the server goes with it. */
export function parts(
  nodes: readonly StoredNode[],
  edges: readonly StoredEdge[],
): ReadonlyMap<string, GraphPart> {
  const inOrder = nodes.toSorted((a, b) => compareText(a.id, b.id))
  const edgesOf = new Map(inOrder.map(({ id }): [string, GraphEdge[]] => [id, []]))
  for (const { key, source, target, attributes } of edges) {
    if (edgesOf.has(target)) edgesOf.get(source)?.push({ key, target, attributes })
  }
  return new Map(
    inOrder.map(({ id, attributes }) => [id, { node: attributes, edges: edgesOf.get(id) ?? [] }]),
  )
}
