import type { KnowledgeGraph, OntologyAttributes } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** An entity beside the others, by how many relations it has. */
export interface Standing {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly degree: number
}

/** So many of the best connected entities are named. */
const mostBest = 25

/** The most relations first, and of two alike the first by id. */
export function byDegree(a: Pick<Standing, 'id' | 'degree'>, b: Pick<Standing, 'id' | 'degree'>) {
  return b.degree - a.degree || compareText(a.id, b.id)
}

/** Who stands out. Places and other backdrops are passed over: in most bases they would be all that there is to see. */
export function bestStanding(
  all: readonly Standing[],
  types: OntologyAttributes['entities'],
): Standing[] {
  return all
    .filter(({ type }) => types[type]?.transit !== false)
    .sort(byDegree)
    .slice(0, mostBest)
}

export function standings(graph: KnowledgeGraph): Standing[] {
  return graph.mapNodes((id, { label, type }) => ({ id, label, type, degree: graph.degree(id) }))
}
