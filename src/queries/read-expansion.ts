import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { isTexts, type KindsOf } from './checked-options.ts'
import type { Expansion } from './expand.ts'
import { entityId, knownName, readFilter } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import { type Direction, directions } from './rows.ts'
import type { Abortable } from './until-aborted.ts'
import { WrongQuestion } from './wrong-question.ts'

export interface ExpandOptions {
  /** By their own names or their inverses'; which way they run is a matter of `direction`. */
  readonly relations?: readonly string[]
  /** Claims that run out of the entities, into them, or (unless told) either way. */
  readonly direction?: Direction
  /** EDTF dates: only what possibly holds between them. */
  readonly from?: string
  readonly to?: string
  /** At most so many claims. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly cursor?: string
}

export const expandKinds = {
  relations: 'texts',
  direction: 'text',
  from: 'text',
  to: 'text',
  limit: 'number',
  cursor: 'text',
  signal: 'signal',
} as const satisfies KindsOf<ExpandOptions & Abortable>

/** Throws `WrongQuestion` where an entity, a relation, the direction or a date is none. */
export function readExpansion(
  graph: KnowledgeGraph,
  ids: readonly string[],
  options: ExpandOptions = {},
): Expansion {
  if (!isTexts(ids)) throw new WrongQuestion('Name the entities as a list, such as ["one", "two"].')
  const { relations, direction, from, to, cursor } = options
  const limit = readLimit(options.limit, 'limit')
  const time = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const word = direction === undefined ? undefined : knownName(direction, directions, 'direction')
  const way = directions.find((one) => one === word)
  return {
    ids: ids.map((id) => entityId(graph, id)),
    filter: readFilter(graph, { ...time, ...(relations && { relation: relations }) }),
    ...(way !== undefined && { direction: way }),
    ...(limit !== undefined && { limit }),
    ...(cursor !== undefined && { cursor }),
  }
}
