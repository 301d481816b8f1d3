import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

/** Types such as places, through which a path runs only on request. */
export function backdropsOf(graph: KnowledgeGraph): string[] {
  const { entities } = graph.getAttribute('ontology')
  return Object.keys(entities).filter((id) => entities[id]?.transit === false)
}
