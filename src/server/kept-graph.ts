import { buildGraph } from '../graph/build-graph.ts'
import type { GraphParts } from '../graph/graph-part.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { forgetIndexes } from '../queries/kept-index.ts'
import { type ChangedPart, changedParts } from './changed-parts.ts'

/**
 * The graph of the newest parts, for questions that look at all of it. It is made when it is first asked for, and
 * changed in place after an edit: to make one of a hundred thousand entities takes seconds.
 */
export function keptGraph(): (parts: GraphParts) => KnowledgeGraph {
  let graph: KnowledgeGraph | undefined
  let known: GraphParts['parts'] = new Map()
  return (now) => {
    if (graph === undefined) graph = buildGraph(now)
    else if (known !== now.parts) patch(graph, changedParts(known, now.parts))
    graph.replaceAttributes(now.attributes)
    known = now.parts
    return graph
  }
}

/** All nodes are there before the edges that may end at them. */
function patch(graph: KnowledgeGraph, changed: readonly ChangedPart[]): void {
  if (changed.length === 0) return
  for (const { before } of changed) for (const { key } of before?.edges ?? []) graph.dropEdge(key)
  for (const each of changed) putNode(graph, each)
  for (const each of changed) addEdges(graph, each)
  forgetIndexes(graph)
}

function putNode(graph: KnowledgeGraph, { id, before, now }: ChangedPart): void {
  if (now === undefined) graph.dropNode(id)
  else if (before === undefined) graph.addNode(id, now.node)
  else graph.replaceNodeAttributes(id, now.node)
}

function addEdges(graph: KnowledgeGraph, { id, now }: ChangedPart): void {
  for (const { key, target, attributes } of now?.edges ?? []) {
    graph.addEdgeWithKey(key, id, target, attributes)
  }
}
