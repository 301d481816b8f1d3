import type { KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import { neighbourPage } from './neighbour-page.ts'
import type { Neighbour } from './neighbours.ts'

export interface EntitySheet extends NodeAttributes {
  readonly entity: string
  /** By relation, the surest first: at most 1000. `neighbours` gives the others, page by page. */
  readonly relations: readonly Neighbour[]
  /** How many relations there are, shown or not. */
  readonly total: number
}

const mostRelations = 1000

/** All that is said about an entity; of a hub, as much as anybody reads. */
export function entitySheet(graph: KnowledgeGraph, entity: string): EntitySheet {
  const { neighbours, total } = neighbourPage(graph, { entity, limit: mostRelations })
  return { entity, ...graph.getNodeAttributes(entity), relations: neighbours, total }
}
