import { countsOf } from './counts-of.ts'
import type { IdentityAttributes, KnowledgeGraph } from './knowledge-graph.ts'

/**
 * Makes what a graph says of itself fit what is left of it, in place: its counts, and the decisions on who is who. A
 * decision stays as long as one of its entities does: that entity may still be somebody who is not in the part.
 */
export function fitAttributes(graph: KnowledgeGraph): void {
  const isOfPart = ({ entities }: IdentityAttributes) => entities.some((id) => graph.hasNode(id))
  graph.updateAttribute('identity', (identity = []) => identity.filter(isOfPart))
  graph.setAttribute('counts', countsOf(graph))
}
