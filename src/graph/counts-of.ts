import type { ClaimAttributes, GraphAttributes, KnowledgeGraph } from './knowledge-graph.ts'

/** How much a graph holds: its claims are its relations and the values of its attributes; its sources those cited. */
export function countsOf(graph: KnowledgeGraph): GraphAttributes['counts'] {
  const claims = claimsOf(graph)
  return {
    entities: graph.order,
    relations: graph.size,
    claims: claims.length,
    sources: new Set(claims.flatMap(sourcesOf)).size,
  }
}

/** The sources that a claim and its rivals cite; some come twice. */
export function sourcesOf({ citations, rivals }: ClaimAttributes): string[] {
  return [citations, ...rivals.map((rival) => rival.citations)].flat().map(({ source }) => source)
}

/** The relations and the values of attributes. */
export function claimsOf(graph: KnowledgeGraph): ClaimAttributes[] {
  const edges = graph.mapEdges((_, attributes): ClaimAttributes => attributes)
  const nodes = graph.mapNodes((_, { attributes }) => Object.values(attributes).flat())
  return [...edges, ...nodes.flat()]
}
