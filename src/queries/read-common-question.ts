import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { KindsOf } from './checked-options.ts'
import type { CommonQuestion } from './common.ts'
import { entityId, type FilterOptions, filterKinds, readFilter } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import type { Abortable } from './until-aborted.ts'
import { WrongQuestion } from './wrong-question.ts'

/** A question for what two entities share, in the names of the command line. */
export interface CommonOptions extends FilterOptions {
  /** Only what claims tie to both themselves, and not what they share through events. */
  readonly direct?: boolean
  /** At most so many shared entities. */
  readonly limit?: number
}

export const commonKinds = {
  ...filterKinds,
  direct: 'truth',
  limit: 'number',
  signal: 'signal',
} as const satisfies KindsOf<CommonOptions & Abortable>

/** Throws `WrongQuestion` where an entity or a filter names what is not there. */
export function readCommonQuestion(
  graph: KnowledgeGraph,
  first: string,
  second: string,
  options: CommonOptions = {},
): CommonQuestion {
  const ends = { first: entityId(graph, first), second: entityId(graph, second) }
  if (ends.first === ends.second) {
    throw new WrongQuestion(
      `"${first}" and "${second}" are one entity. Name two to see what they share.`,
    )
  }
  const limit = readLimit(options.limit, 'limit')
  return {
    ...ends,
    filter: readFilter(graph, options),
    ...(options.direct !== undefined && { direct: options.direct }),
    ...(limit !== undefined && { limit }),
  }
}
