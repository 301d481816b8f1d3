import { countsOf } from './counts-of.ts'
import { claimTest, edgeTest, type Filter, nodeTest } from './filter.ts'
import type { Evidence, KnowledgeGraph, NodeAttributes } from './knowledge-graph.ts'

/** A part of a graph: what a filter keeps and, if asked for, what lies around one entity. */
export interface Part extends Filter {
  /** Keep the entities at most `hops` hops away from this one, along relations that the filter keeps. */
  readonly around?: string
  readonly hops?: number
}

/** A new graph of the nodes and edges that are kept, in the same order and with the same attributes. */
export function filterGraph(graph: KnowledgeGraph, part: Part): KnowledgeGraph {
  const keepsEdge = edgeTest(graph, part)
  const keepsNode = nodeTest(graph, part)
  const near =
    part.around === undefined ? undefined : within(graph, part.around, part.hops ?? 1, keepsEdge)
  const copy = graph.copy()
  for (const edge of graph.edges()) if (!keepsEdge(edge)) copy.dropEdge(edge)
  for (const node of graph.nodes()) {
    if (!keepsNode(node) || near?.has(node) === false) copy.dropNode(node)
  }
  const keepsClaim = claimTest(part)
  copy.updateEachNodeAttributes((_, attributes) => ({
    ...attributes,
    attributes: keptClaims(attributes.attributes, keepsClaim),
  }))
  copy.setAttribute('counts', countsOf(copy as KnowledgeGraph))
  return copy as KnowledgeGraph
}

/** The values of attributes that a filter keeps. The date of an event stays as long as the event does. */
function keptClaims(
  attributes: NodeAttributes['attributes'],
  keeps: (claim: Evidence) => boolean,
): NodeAttributes['attributes'] {
  const kept = Object.entries(attributes).map(
    ([name, claims]) => [name, name === 'when' ? claims : claims.filter(keeps)] as const,
  )
  return Object.fromEntries(kept.filter(([, claims]) => claims.length > 0))
}

function within(
  graph: KnowledgeGraph,
  center: string,
  hops: number,
  keepsEdge: (edge: string) => boolean,
): Set<string> {
  const near = new Set([center])
  let frontier = [center]
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    frontier = frontier
      .flatMap((node) =>
        graph
          .edges(node)
          .filter(keepsEdge)
          .map((edge) => graph.opposite(node, edge)),
      )
      .filter((node) => !near.has(node) && near.add(node))
  }
  return near
}
