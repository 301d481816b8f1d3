import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { forgetPathIndex } from './path-index.ts'
import { forgetSearch } from './search-entities.ts'

/** For who changes a graph in place: what was made of it for questions is made anew when it is next asked. */
export function forgetIndexes(graph: KnowledgeGraph): void {
  forgetPathIndex(graph)
  forgetSearch(graph)
}
