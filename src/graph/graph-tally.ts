import { sourcesOf } from './counts-of.ts'
import type { GraphEdge } from './graph-edges.ts'
import type { GraphPart } from './graph-part.ts'
import type { ClaimAttributes, GraphAttributes, NodeAttributes } from './knowledge-graph.ts'

/** How much the parts of a graph hold, counted on as they change: the same numbers as `countsOf` the graph. */
export interface GraphTally {
  readonly replace: (before: GraphPart | undefined, now: GraphPart | undefined) => void
  readonly countNode: (node: NodeAttributes, by: 1 | -1) => void
  readonly countEdges: (edges: readonly GraphEdge[], by: 1 | -1) => void
  readonly counts: () => GraphAttributes['counts']
}

export function graphTally(): GraphTally {
  let [entities, relations, claims] = [0, 0, 0]
  const cited = new Map<string, number>()

  const countClaim = (claim: ClaimAttributes, by: 1 | -1) => {
    claims += by
    for (const source of sourcesOf(claim)) {
      const times = (cited.get(source) ?? 0) + by
      if (times > 0) cited.set(source, times)
      else cited.delete(source)
    }
  }
  const countNode = ({ attributes }: NodeAttributes, by: 1 | -1) => {
    entities += by
    for (const claim of Object.values(attributes).flat()) countClaim(claim, by)
  }
  const countEdges = (edges: readonly GraphEdge[], by: 1 | -1) => {
    relations += by * edges.length
    for (const { attributes } of edges) countClaim(attributes, by)
  }
  const count = ({ node, edges }: GraphPart, by: 1 | -1) => {
    countNode(node, by)
    countEdges(edges, by)
  }
  return {
    replace: (before, now) => {
      if (before) count(before, -1)
      if (now) count(now, 1)
    },
    ...{ countNode, countEdges },
    counts: () => ({ entities, relations, claims, sources: cited.size }),
  }
}
