import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { backdropsOf } from '../state/backdrops-of.ts'

/** The names of the topmost types through which paths do not run, as the ontology has them: `place`. */
export function backdropLabels(graph: KnowledgeGraph): string[] {
  const { entities } = graph.getAttribute('ontology')
  const backdrops = new Set(backdropsOf(graph))
  return [...backdrops]
    .filter((id) => !entities[id]?.types.some((type) => type !== id && backdrops.has(type)))
    .map((id) => entities[id]?.label.toLowerCase() ?? id)
}
