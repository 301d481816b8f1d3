import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { BetweenQuestion } from './between.ts'
import type { KindsOf } from './checked-options.ts'
import { type FilterOptions, filterKinds, knownName, readFilter } from './read-filter.ts'
import { readLimit } from './read-limit.ts'
import type { Abortable } from './until-aborted.ts'

/** A question for who connects others, in the names of the command line. */
export interface BetweenOptions extends Omit<FilterOptions, 'type'> {
  /** Which types of entities are ranked; the chains run over the others too. */
  readonly type?: readonly string[]
  /** Which types of entities chains are made of. */
  readonly among?: readonly string[]
  /** Types that chains may run through although their ontology says `transit: false`. */
  readonly through?: readonly string[]
  /** At most so many, the first. */
  readonly top?: number
  /** Look from every entity, however long it takes. */
  readonly exact?: boolean
}

export const betweenKinds = {
  ...filterKinds,
  among: 'texts',
  through: 'texts',
  top: 'number',
  exact: 'truth',
  signal: 'signal',
} as const satisfies KindsOf<BetweenOptions & Abortable>

/** Throws `WrongQuestion` where a type or a filter names what is not there. */
export function readBetweenQuestion(
  graph: KnowledgeGraph,
  options: BetweenOptions = {},
): BetweenQuestion {
  const { type, among, through, exact, ...others } = options
  const top = readLimit(options.top, 'top')
  const names = Object.keys(graph.getAttribute('ontology').entities)
  const known = (words: readonly string[]) =>
    words.map((word) => knownName(word, names, 'entity type'))
  return {
    filter: readFilter(graph, { ...others, ...(among && { type: among }) }),
    ...(type && { types: known(type) }),
    ...(through && { through: known(through) }),
    ...(top !== undefined && { top }),
    ...(exact !== undefined && { exact }),
  }
}
