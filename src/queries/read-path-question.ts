import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { nearest } from '../text/nearest.ts'
import type { PathQuestion } from './find-paths.ts'
import { entityId, type FilterOptions, readFilter } from './read-filter.ts'
import { type Term, termNamed } from './term.ts'
import { WrongQuestion } from './wrong-question.ts'

/** A question for paths as a person asks it, in the names of the command line. */
export interface PathOptions extends FilterOptions {
  /** The longest path to look at, in hops: 1 to 12. */
  readonly max?: number
  /** Every loopless path up to `max`, not only the shortest. */
  readonly all?: boolean
  /** Relations, entity types or entities that must lie on the path. */
  readonly via?: readonly string[]
  readonly avoid?: readonly string[]
  /** Types that may be way stations although their ontology says `transit: false`. */
  readonly through?: readonly string[]
  readonly directed?: boolean
}

const mostHops = 12

/** Throws `WrongQuestion` where an end, a term or a filter names what is not there. */
export function readPathQuestion(
  graph: KnowledgeGraph,
  from: string,
  to: string,
  options: PathOptions = {},
): PathQuestion {
  const ends = { from: entityId(graph, from), to: entityId(graph, to) }
  if (ends.from === ends.to) {
    throw new WrongQuestion(`"${from}" and "${to}" are one entity. A path needs two.`)
  }
  const { max, all, directed, via, avoid, through } = options
  if (max !== undefined && !(Number.isInteger(max) && max >= 1 && max <= mostHops)) {
    throw new WrongQuestion(`A path has 1 to ${mostHops} hops; "--max ${max}" is outside of that.`)
  }
  const types = Object.keys(graph.getAttribute('ontology').entities)
  const strange = through?.find((type) => !types.includes(type))
  if (strange !== undefined) {
    throw new WrongQuestion(
      `There is no entity type "${strange}" to go through. ${hint(strange, types)}`,
    )
  }
  return {
    ...ends,
    ...(max !== undefined && { max }),
    ...(all !== undefined && { all }),
    ...(directed !== undefined && { directed }),
    ...(via && { via: via.map((word) => term(graph, word)) }),
    ...(avoid && { avoid: avoid.map((word) => term(graph, word)) }),
    ...(through && { through }),
    filter: readFilter(graph, options),
  }
}

function term(graph: KnowledgeGraph, word: string): Term {
  const found = termNamed(graph, word)
  if (found) return found
  const { entities, relations } = graph.getAttribute('ontology')
  const inverses = Object.values(relations).flatMap(({ inverse }) => inverse ?? [])
  const names = [...Object.keys(relations), ...inverses, ...Object.keys(entities), ...graph.nodes()]
  throw new WrongQuestion(`"${word}" is no relation, entity type or entity. ${hint(word, names)}`)
}

function hint(word: string, names: readonly string[]): string {
  const meant = nearest(word, names)
  return meant === undefined ? '"dossier stats" lists what there is.' : `Did you mean "${meant}"?`
}
