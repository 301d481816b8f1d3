import { MultiDirectedGraph } from 'graphology'
import type { GraphParts } from './graph-part.ts'
import type { KnowledgeGraph } from './knowledge-graph.ts'

/** The typed graph, without positions. Same parts in, same graph out: nodes and edges are added in order of key. */
export function buildGraph({ attributes, parts }: GraphParts): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  for (const [id, { node }] of parts) graph.addNode(id, node)
  for (const [source, { edges }] of parts) {
    for (const { key, target, attributes } of edges) {
      graph.addEdgeWithKey(key, source, target, attributes)
    }
  }
  graph.replaceAttributes(attributes)
  return graph
}
