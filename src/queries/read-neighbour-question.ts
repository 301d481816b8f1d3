import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { KindsOf } from './checked-options.ts'
import { type NeighbourQuestion, orders } from './neighbour-page.ts'
import { entityId, type FilterOptions, filterKinds, knownName, readFilter } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import type { Abortable } from './until-aborted.ts'

/** A question for the neighbours of an entity, in the names of the command line. */
export interface NeighbourOptions extends FilterOptions {
  /** `relation` (unless told) or `time`. */
  readonly by?: string
  /** At most so many claims. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
}

export const neighbourKinds = {
  ...filterKinds,
  by: 'text',
  limit: 'number',
  after: 'text',
  signal: 'signal',
} as const satisfies KindsOf<NeighbourOptions & Abortable>

/** Throws `WrongQuestion` where the entity, the order or a filter names what is not there. */
export function readNeighbourQuestion(
  graph: KnowledgeGraph,
  entity: string,
  options: NeighbourOptions = {},
): NeighbourQuestion {
  const { after } = options
  const limit = readLimit(options.limit, 'limit')
  const word = options.by === undefined ? undefined : knownName(options.by, orders, 'order')
  const by = orders.find((order) => order === word)
  return {
    entity: entityId(graph, entity),
    filter: readFilter(graph, options),
    ...(by !== undefined && { by }),
    ...(limit !== undefined && { limit }),
    ...(after !== undefined && { after }),
  }
}
