import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { KindsOf } from './checked-options.ts'
import { entityId, type FilterOptions, filterKinds, readFilter } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import type { TimelineQuestion } from './timeline.ts'
import type { Abortable } from './until-aborted.ts'

/** A question for what is dated about an entity, in the names of the command line. */
export interface TimelineOptions extends FilterOptions {
  /** At most so many dated claims, the earliest. */
  readonly limit?: number
}

export const timelineKinds = {
  ...filterKinds,
  limit: 'number',
  signal: 'signal',
} as const satisfies KindsOf<TimelineOptions & Abortable>

/** Throws `WrongQuestion` where the entity or a filter names what is not there. */
export function readTimelineQuestion(
  graph: KnowledgeGraph,
  entity: string,
  options: TimelineOptions = {},
): TimelineQuestion {
  const limit = readLimit(options.limit, 'limit')
  return {
    entity: entityId(graph, entity),
    filter: readFilter(graph, options),
    ...(limit !== undefined && { limit }),
  }
}
