import { claimsOf } from '../graph/counts-of.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

export interface Speaker {
  /** Of the entity that sources quote. */
  readonly id: string
  /** The claims that it makes. */
  readonly claims: number
}

/** Who is quoted, from most claims to least. */
export function speakers(graph: KnowledgeGraph): Speaker[] {
  const counts = new Map<string, number>()
  for (const { saidBy } of claimsOf(graph)) {
    for (const id of saidBy) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts]
    .map(([id, claims]) => ({ id, claims }))
    .sort((a, b) => b.claims - a.claims || compareText(a.id, b.id))
}
