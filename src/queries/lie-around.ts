import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/**
 * The other entities that lie at most so many hops from one: the nearest first, of equally near ones those with the
 * most relations, and of two alike the first by id.
 */
export function lieAround(graph: KnowledgeGraph, id: string, hops: number): string[] {
  const reached = new Set([id])
  const found: string[] = []
  let frontier = [id]
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const next = new Set<string>()
    for (const node of frontier) {
      graph.forEachNeighbor(node, (other) => {
        if (!reached.has(other)) next.add(other)
      })
    }
    frontier = [...next].sort((a, b) => graph.degree(b) - graph.degree(a) || compareText(a, b))
    for (const node of frontier) {
      reached.add(node)
      found.push(node)
    }
  }
  return found
}
