import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** The part of a graph between so many of its entities: those with the most claims, and of two alike the first by id. */
export function bestConnected(graph: KnowledgeGraph, most: number): KnowledgeGraph {
  const degrees = graph.mapNodes((node) => ({ node, degree: graph.degree(node) }))
  const best = degrees
    .sort((a, b) => b.degree - a.degree || compareText(a.node, b.node))
    .slice(0, most)
  const isKept = new Set(best.map(({ node }) => node))
  const part = graph.nullCopy() as KnowledgeGraph
  graph.forEachNode((node, attributes) => {
    if (isKept.has(node)) part.addNode(node, attributes)
  })
  graph.forEachEdge((edge, attributes, source, target) => {
    if (isKept.has(source) && isKept.has(target)) {
      part.addEdgeWithKey(edge, source, target, attributes)
    }
  })
  return part
}
