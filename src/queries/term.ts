import { relationNamed } from '../graph/filter.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'

/** A word of a question, once it is known what it names. */
export interface Term {
  readonly kind: 'relation' | 'type' | 'entity'
  readonly id: string
}

/** What a word names: a relation (or an inverse), an entity type or an entity, in this order. */
export function termNamed(graph: KnowledgeGraph, word: string): Term | undefined {
  const relation = relationNamed(graph, word)
  if (relation !== undefined) return { kind: 'relation', id: relation }
  if (Object.hasOwn(graph.getAttribute('ontology').entities, word))
    return { kind: 'type', id: word }
  return graph.hasNode(word) ? { kind: 'entity', id: word } : undefined
}
