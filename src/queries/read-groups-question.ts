import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { type GroupsQuestion, groupKinds } from './groups.ts'
import { knownName, type PartOptions, readPart } from './read-filter.ts'
import { readLimit } from './read-limit.ts'

/** A question for groups, in the names of the command line. */
export interface GroupsOptions extends PartOptions {
  /** `community` (unless told) or `component`. */
  readonly by?: string
  /** At most so many groups, the largest. */
  readonly limit?: number
  /** Every entity even of a very large base, however long it takes. */
  readonly exact?: boolean
}

/** Throws `WrongQuestion` where the kind of group or a filter names what is not there. */
export function readGroupsQuestion(
  graph: KnowledgeGraph,
  options: GroupsOptions = {},
): GroupsQuestion {
  const limit = readLimit(options.limit, 'limit')
  const word =
    options.by === undefined ? undefined : knownName(options.by, groupKinds, 'kind of group')
  const by = groupKinds.find((kind) => kind === word)
  return {
    part: readPart(graph, options),
    ...(by !== undefined && { by }),
    ...(limit !== undefined && { limit }),
    ...(options.exact && { exact: true }),
  }
}
