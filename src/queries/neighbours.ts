import { confidenceRank, edgeTest, type Filter, nodeTest } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { sentenceOf } from '../graph/sentence.ts'
import { compareText } from '../text/compare-text.ts'

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
  return edgesAround(graph, id, filter)
    .map((edge) => neighbourBy(graph, id, edge))
    .sort(
      (a, b) =>
        compareText(a.relation, b.relation) ||
        confidenceRank(a.confidence) - confidenceRank(b.confidence) ||
        compareText(a.edge, b.edge),
    )
}

/** The edges of an entity that a filter keeps. Its types are asked of the other end: the entity itself is given. */
export function edgesAround(graph: KnowledgeGraph, id: string, filter: Filter): string[] {
  const keeps = besideTest(graph, filter)
  return graph.edges(id).filter((edge) => keeps(id, edge))
}

/** Whether a filter keeps an edge as seen from one of its ends, whose own type does not matter. */
function besideTest(
  graph: KnowledgeGraph,
  { types, ...filter }: Filter,
): (end: string, edge: string) => boolean {
  const keepsEdge = edgeTest(graph, filter)
  const isOfType = nodeTest(graph, types === undefined ? {} : { types })
  return (end, edge) => isOfType(graph.opposite(end, edge)) && keepsEdge(edge)
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
