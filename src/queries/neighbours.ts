import { confidenceRank, type Filter } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { sentenceOf } from '../graph/sentence.ts'
import { compareText } from '../text/compare-text.ts'
import { edgesAround } from './edges-around.ts'
import { pathIndex } from './path-index.ts'

export interface Neighbour extends EdgeAttributes {
  readonly edge: string
  /** The entity at the other end. */
  readonly entity: string
  /** Whether the edge runs from the entity asked about to its neighbour. */
  readonly forward: boolean
  /** The claim, read from the entity asked about. */
  readonly sentence: string
}

/** Every claim that ties an entity to another, by relation, then surest first, then by key. */
export function neighbours(graph: KnowledgeGraph, id: string, filter: Filter = {}): Neighbour[] {
  const index = pathIndex(graph)
  return edgesAround(index, id, filter)
    .map((edge) => neighbourBy(graph, id, index.edges[edge] as string))
    .sort(
      (a, b) =>
        compareText(a.relation, b.relation) ||
        confidenceRank(a.confidence) - confidenceRank(b.confidence) ||
        compareText(a.edge, b.edge),
    )
}

/** An edge as it is seen from one of its ends. */
export function neighbourBy(graph: KnowledgeGraph, id: string, edge: string): Neighbour {
  const forward = graph.source(edge) === id
  return {
    ...graph.getEdgeAttributes(edge),
    edge,
    entity: graph.opposite(id, edge),
    forward,
    sentence: sentenceOf(graph, edge, forward),
  }
}
