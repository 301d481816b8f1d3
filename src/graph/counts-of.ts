import type { ClaimAttributes, GraphAttributes, KnowledgeGraph } from './knowledge-graph.ts'

/** How much a graph holds: its claims are its relations and the values of its attributes; its sources those cited. */
export function countsOf(graph: KnowledgeGraph): GraphAttributes['counts'] {
  const claims = claimsOf(graph)
  const sources = new Set<string>()
  for (const { citations, rivals } of claims) {
    for (const { source } of [citations, ...rivals.map((rival) => rival.citations)].flat()) {
      sources.add(source)
    }
  }
  return {
    entities: graph.order,
    relations: graph.size,
    claims: claims.length,
    sources: sources.size,
  }
}

function claimsOf(graph: KnowledgeGraph): ClaimAttributes[] {
  const edges = graph.mapEdges((_, attributes): ClaimAttributes => attributes)
  const nodes = graph.mapNodes((_, { attributes }) => Object.values(attributes).flat())
  return [...edges, ...nodes.flat()]
}
