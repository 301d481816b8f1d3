import { groupKinds } from '../graph/group-members.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { KindsOf } from './checked-options.ts'
import type { GroupsQuestion } from './groups.ts'
import { knownName, type PartOptions, partKinds, readPart } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import type { Abortable } from './until-aborted.ts'

/** A question for groups, in the names of the command line. */
export interface GroupsOptions extends PartOptions {
  /** `community` (unless told) or `component`. */
  readonly by?: string
  /** At most so many groups, the largest. */
  readonly limit?: number
  /** Every entity even of a very large base, however long it takes. */
  readonly exact?: boolean
}

export const groupsKinds = {
  ...partKinds,
  by: 'text',
  limit: 'number',
  exact: 'truth',
  signal: 'signal',
} as const satisfies KindsOf<GroupsOptions & Abortable>

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
