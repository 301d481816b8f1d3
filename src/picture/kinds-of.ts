import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'

/** The kinds of relations that the ontology declares, sorted: their place decides their colour. */
export function kindsOf(graph: KnowledgeGraph): string[] {
  const { relations } = graph.getAttribute('ontology')
  return [...new Set(Object.values(relations).map(({ kind }) => kind))].sort()
}
