import { sourcesOf } from '../graph/counts-of.ts'
import { filterGraph, type Part } from '../graph/filter-graph.ts'
import type { ClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'

/**
 * The part of a graph that a site shows. Whoever publishes a part keeps the rest back, so only what the part cites stays
 * among its sources.
 */
export function publishedPart(graph: KnowledgeGraph, part: Part): KnowledgeGraph {
  if (Object.keys(part).length === 0) return graph
  const published = filterGraph(graph, part)
  const cited = citedIn(published)
  const sources = Object.entries(published.getAttribute('sources')).filter(([id]) => cited.has(id))
  published.setAttribute('sources', Object.fromEntries(sources))
  return published
}

function citedIn(graph: KnowledgeGraph): ReadonlySet<string> {
  const cited = new Set<string>()
  const cite = (claim: ClaimAttributes) => {
    for (const source of sourcesOf(claim)) cited.add(source)
  }
  graph.forEachEdge((_, relation) => cite(relation))
  graph.forEachNode((_, { attributes }) => {
    for (const claim of Object.values(attributes).flat()) cite(claim)
  })
  for (const { citations } of graph.getAttribute('identity')) {
    for (const { source } of citations) cited.add(source)
  }
  return cited
}
