import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { nearest } from '../text/nearest.ts'
import { readPathExpression } from './along/read-path-expression.ts'
import type { KindsOf } from './checked-options.ts'
import type { PathQuestion } from './find-paths.ts'
import { partOf, seenOf } from './partial-graph.ts'
import { entityId, type FilterOptions, filterKinds, knownName, readFilter } from './read-filter.ts'
import { mostHops, type Weight, weights } from './routes/cost.ts'
import { mostVia } from './routes/via-monitor.ts'
import { type Term, termNamed } from './term.ts'
import type { Abortable } from './until-aborted.ts'
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
  /** So many of the best, and not only the shortest: 1 to 1000. */
  readonly top?: number
  /** `hops`, or `confidence` for the paths with the least doubt. */
  readonly weight?: string
  /** Only paths whose hops can all hold at one time. */
  readonly together?: boolean
  /** What the relations on the way must spell: a property path of SPARQL, such as `leads/allied-with*`. */
  readonly along?: string
}

const mostPaths = 1000

export const pathKinds = {
  ...filterKinds,
  max: 'number',
  all: 'truth',
  via: 'texts',
  avoid: 'texts',
  through: 'texts',
  directed: 'truth',
  top: 'number',
  weight: 'text',
  together: 'truth',
  along: 'text',
  signal: 'signal',
} as const satisfies KindsOf<PathOptions & Abortable>

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
  const { max, all, directed, via, avoid, through, together, along } = options
  checkNumbers(options)
  const types = Object.keys(graph.getAttribute('ontology').entities)
  const strange = through?.find((type) => !types.includes(type))
  if (strange !== undefined) {
    throw new WrongQuestion(
      `There is no entity type "${strange}" to go through. ${hint(strange, types)}`,
    )
  }
  const { weight, top } = options
  return {
    ...ends,
    ...(max !== undefined && { max }),
    ...(all !== undefined && { all }),
    ...(directed !== undefined && { directed }),
    ...(via && { via: via.map((word) => term(graph, word)) }),
    ...(avoid && { avoid: avoid.map((word) => term(graph, word)) }),
    ...(through && { through }),
    ...(top !== undefined && { top }),
    ...(weight !== undefined && { weight: readWeight(weight) }),
    ...(together !== undefined && { together }),
    ...(along !== undefined && { along: readPathExpression(graph, along) }),
    filter: readFilter(graph, options),
  }
}

function checkNumbers({ max, top, all, via }: PathOptions): void {
  if (max !== undefined && !(Number.isInteger(max) && max >= 1 && max <= mostHops)) {
    throw new WrongQuestion(`A path has 1 to ${mostHops} hops; "--max ${max}" is outside of that.`)
  }
  if (top !== undefined && !(Number.isInteger(top) && top >= 1 && top <= mostPaths)) {
    throw new WrongQuestion(
      `One answer has 1 to ${mostPaths} paths; "--top ${top}" is outside of that.`,
    )
  }
  if (all && top !== undefined) {
    throw new WrongQuestion(
      '"--all" asks for every path and "--top" for the best. Use one of them.',
    )
  }
  if ((via?.length ?? 0) > mostVia) {
    throw new WrongQuestion(`"--via" takes at most ${mostVia} names. Take some of them out.`)
  }
}

function readWeight(word: string): Weight {
  return weights.find((weight) => weight === knownName(word, weights, 'weight')) ?? 'hops'
}

function term(graph: KnowledgeGraph, word: string): Term {
  const found = termNamed(graph, word)
  if (found) return found
  partOf(graph)?.needName(word)
  const { entities, relations } = graph.getAttribute('ontology')
  const inverses = Object.values(relations).flatMap(({ inverse }) => inverse ?? [])
  const names = [
    ...Object.keys(relations),
    ...inverses,
    ...Object.keys(entities),
    ...seenOf(graph).nodes(),
  ]
  throw new WrongQuestion(`"${word}" is no relation, entity type or entity. ${hint(word, names)}`)
}

function hint(word: string, names: readonly string[]): string {
  const meant = nearest(word, names)
  return meant === undefined ? '"dossier stats" lists what there is.' : `Did you mean "${meant}"?`
}
