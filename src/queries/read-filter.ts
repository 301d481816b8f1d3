import { boundsOf } from '../dates/bounds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import { edgeTest, type Filter, relationNamed } from '../graph/filter.ts'
import { filterOf, type Part } from '../graph/filter-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { crowdOf, mostTies } from '../graph/project-events.ts'
import { confidences } from '../model/claim.ts'
import { inLine } from '../text/in-line.ts'
import { nearest } from '../text/nearest.ts'
import type { KindsOf } from './checked-options.ts'
import { entityNamed } from './entity-named.ts'
import { searchSeen } from './search-entities.ts'
import { WrongQuestion } from './wrong-question.ts'

/** A filter as a person asks for it, in the names of the command line. */
export interface FilterOptions {
  readonly type?: readonly string[]
  readonly relation?: readonly string[]
  readonly kind?: readonly string[]
  /** An EDTF date: keep what possibly holds then. */
  readonly asOf?: string
  readonly from?: string
  readonly to?: string
  /** Keep only what certainly holds in that time. */
  readonly certain?: boolean
  readonly minConfidence?: string
  readonly source?: readonly string[]
  /** Leave out the claims that rest on these sources alone. */
  readonly withoutSource?: readonly string[]
  readonly saidBy?: readonly string[]
  /** Leave out the claims that these entities alone make. */
  readonly withoutSpeaker?: readonly string[]
  /** `false` leaves out what the curator concluded. */
  readonly inferred?: boolean
}

export interface PartOptions extends FilterOptions {
  readonly around?: string
  readonly hops?: number
  /** A type of events: the participants of each are tied, and the events leave the graph. */
  readonly project?: string
}

export const filterKinds = {
  type: 'texts',
  relation: 'texts',
  kind: 'texts',
  asOf: 'text',
  from: 'text',
  to: 'text',
  certain: 'truth',
  minConfidence: 'text',
  source: 'texts',
  withoutSource: 'texts',
  saidBy: 'texts',
  withoutSpeaker: 'texts',
  inferred: 'truth',
} as const satisfies KindsOf<FilterOptions>

export const partKinds = {
  ...filterKinds,
  around: 'text',
  hops: 'number',
  project: 'text',
} as const satisfies KindsOf<PartOptions>

/** Throws `WrongQuestion` for a name that the graph does not know, with the one that was meant. */
export function readFilter(graph: KnowledgeGraph, options: FilterOptions): Filter {
  const { entities, relations } = graph.getAttribute('ontology')
  const inverses = Object.values(relations).flatMap(({ inverse }) => inverse ?? [])
  const kinds = [...new Set(Object.values(relations).map(({ kind }) => kind))]
  const sources = Object.keys(graph.getAttribute('sources'))
  const known = (words: readonly string[] | undefined, names: readonly string[], what: string) =>
    words?.map((word) => knownName(word, names, what))
  const { minConfidence, certain, inferred } = options
  const filter: { -readonly [key in keyof Filter]: Filter[key] | undefined } = {
    types: known(options.type, Object.keys(entities), 'entity type'),
    relations: known(options.relation, [...Object.keys(relations), ...inverses], 'relation')?.map(
      (name) => relationNamed(graph, name) ?? name,
    ),
    kinds: known(options.kind, kinds, 'kind of relation'),
    sources: known(options.source, sources, 'source'),
    withoutSources: known(options.withoutSource, sources, 'source'),
    saidBy: options.saidBy?.map((word) => entityId(graph, word)),
    withoutSpeakers: options.withoutSpeaker?.map((word) => entityId(graph, word)),
    minConfidence:
      minConfidence === undefined
        ? undefined
        : confidences.find((c) => c === knownName(minConfidence, confidences, 'confidence')),
    certain,
    noInferred: inferred === false ? true : undefined,
    ...timeOf(options),
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** A filter and what lies around one entity. */
export function readPart(graph: KnowledgeGraph, options: PartOptions): Part {
  const { around, hops } = options
  if (around === undefined && hops !== undefined) {
    throw new WrongQuestion('"--hops" needs "--around ID": hops from which entity?')
  }
  if (hops !== undefined && !(Number.isSafeInteger(hops) && hops >= 0)) {
    throw new WrongQuestion(`"--hops" takes a whole number from 0 on, and "${hops}" is none.`)
  }
  const part: Part = {
    ...readFilter(graph, options),
    ...(around !== undefined && { around: entityId(graph, around) }),
    ...(hops !== undefined && { hops }),
    ...(options.project !== undefined && { project: options.project }),
  }
  if (part.project !== undefined) checkProjection(graph, part, part.project)
  return part
}

function checkProjection(graph: KnowledgeGraph, part: Part, type: string): void {
  const { entities } = graph.getAttribute('ontology')
  const events = Object.keys(entities).filter((id) => entities[id]?.dated)
  knownName(type, events, 'type of events')
  const { around } = part
  if (around !== undefined && graph.getNodeAttribute(around, 'types').includes(type)) {
    throw new WrongQuestion(
      `"--project ${type}" takes "${around}" out of the graph. Look around one of its participants.`,
    )
  }
  const { ties, largest, participants } = crowdOf(graph, type, edgeTest(graph, filterOf(part)))
  if (ties <= mostTies || largest === undefined) return
  const name = inLine(graph.getNodeAttribute(largest, 'label'))
  throw new WrongQuestion(
    `"--project ${type}" would make ${ties} ties, and ${mostTies} are the most: "${name}" (${largest}) alone has ${participants} participants. Keep fewer of them, with "--type", "--relation" or "--as-of".`,
  )
}

/** The id of the entity that a word names. Throws `WrongQuestion` where it names none, or several. */
export function entityId(graph: KnowledgeGraph, word: string): string {
  if (typeof word !== 'string')
    throw new WrongQuestion('An entity is named by a text: its id or name.')
  const named = entityNamed(graph, word)
  if (named.kind === 'one') return named.id
  if (named.kind === 'several') {
    throw new WrongQuestion(
      `"${word}" names several entities. Ask for one of them by its id: ${named.ids.join(', ')}.`,
    )
  }
  const { meant } = named
  const near = meant === undefined ? searchSeen(graph)(word, 3).map(({ id }) => id) : [meant]
  const names = near.map((id) => `"${id}" (${inLine(graph.getNodeAttribute(id, 'label'))})`)
  const hint =
    names.length === 0 ? 'Look around with "dossier find".' : `Did you mean ${oneOf(names)}?`
  throw new WrongQuestion(`There is no entity "${word}". ${hint}`)
}

function oneOf(names: readonly string[]): string {
  const [last, ...others] = names.toReversed()
  return others.length === 0 ? `${last}` : `${others.toReversed().join(', ')} or ${last}`
}

export function knownName(word: string, names: readonly string[], what: string): string {
  if (names.includes(word)) return word
  const meant = nearest(word, names)
  const hint = meant === undefined ? `Choose from ${names.join(', ')}.` : `Did you mean "${meant}"?`
  throw new WrongQuestion(`There is no ${what} "${word}". ${hint}`)
}

function timeOf({ asOf, from, to, certain }: FilterOptions): Pick<Filter, 'from' | 'to'> {
  if (asOf !== undefined && (from !== undefined || to !== undefined)) {
    throw new WrongQuestion(
      '"--as-of" is one time and "--from"/"--to" another. Use one of the two.',
    )
  }
  const first = asOf ?? from
  const last = asOf ?? to
  if (certain && first === undefined && last === undefined) {
    throw new WrongQuestion('"--certain" needs a time: certainly when? Add "--as-of 2012".')
  }
  const time = {
    ...(first !== undefined && { from: daysOf(first).earliestStart }),
    ...(last !== undefined && { to: daysOf(last).latestEnd }),
  }
  if ((time.from ?? -Infinity) > (time.to ?? Infinity)) {
    throw new WrongQuestion(`"${from}" is later than "${to}". Turn "--from" and "--to" around.`)
  }
  return time
}

function daysOf(text: string) {
  const parsed = parseEdtf(text)
  if (parsed.ok) return boundsOf(parsed.date)
  const { suggestion } = parsed.problem
  const hint =
    suggestion === undefined
      ? 'Write 2012, 2012-03 or 2012-03-17.'
      : `Did you mean "${suggestion}"?`
  throw new WrongQuestion(`"${text}" is no date. ${hint}`)
}
