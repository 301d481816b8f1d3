import { claimTest, edgeTest, type Filter, nodeTest } from './filter.ts'
import { fitAttributes } from './fit-attributes.ts'
import type { Evidence, KnowledgeGraph, NodeAttributes } from './knowledge-graph.ts'
import { projectEvents } from './project-events.ts'

/** A part of a graph: what a filter keeps and, if asked for, what lies around one entity. */
export interface Part extends Filter {
  /** Keep the entities at most `hops` hops away from this one, along relations that the filter keeps. */
  readonly around?: string
  readonly hops?: number
  /** Make ties between the participants of events of this type, in place of the events. */
  readonly project?: string
}

/**
 * A new graph of the nodes and edges that are kept, in the same order and with the same attributes. Filters choose the
 * claims first; then events become ties, and what lies around an entity lies around it along these.
 */
export function filterGraph(graph: KnowledgeGraph, part: Part): KnowledgeGraph {
  const kept = keptGraph(graph, part)
  const tied = part.project === undefined ? kept : projectEvents(kept, part.project)
  if (part.around !== undefined) dropFar(tied, part.around, part.hops ?? 1)
  fitAttributes(tied)
  return tied
}

/** What a filter keeps of the claims that a part is made of: events that become ties pass the filter of types. */
export function filterOf({ types, project, ...filter }: Part): Filter {
  if (types === undefined) return filter
  return { ...filter, types: project === undefined ? types : [...types, project] }
}

function keptGraph(graph: KnowledgeGraph, part: Part): KnowledgeGraph {
  const filter = filterOf(part)
  const keepsEdge = edgeTest(graph, filter)
  const keepsNode = nodeTest(graph, filter)
  const copy = graph.copy() as KnowledgeGraph
  for (const edge of graph.edges()) if (!keepsEdge(edge)) copy.dropEdge(edge)
  for (const node of graph.nodes()) if (!keepsNode(node)) copy.dropNode(node)
  dropClaims(copy, filter)
  return copy
}

/** Drops the values of attributes that a filter does not keep, in place. */
export function dropClaims(graph: KnowledgeGraph, filter: Filter): void {
  const keepsClaim = claimTest(filter)
  graph.updateEachNodeAttributes((_, attributes) => ({
    ...attributes,
    attributes: keptClaims(attributes.attributes, keepsClaim),
  }))
}

function dropFar(graph: KnowledgeGraph, center: string, hops: number): void {
  const near = within(graph, center, hops)
  for (const node of graph.nodes()) if (!near.has(node)) graph.dropNode(node)
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

function within(graph: KnowledgeGraph, center: string, hops: number): Set<string> {
  const near = new Set([center])
  let frontier = graph.hasNode(center) ? [center] : []
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    frontier = frontier
      .flatMap((node) => graph.neighbors(node))
      .filter((node) => !near.has(node) && near.add(node))
  }
  return near
}
