import { edgeTest, type Filter, nodeTest } from '../graph/filter.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { groupBy } from '../model/group-by.ts'
import { compareText } from '../text/compare-text.ts'
import { bySurest, doubtOf } from './by-surest.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'

export interface CommonQuestion {
  readonly first: string
  readonly second: string
  readonly filter?: Filter
  /** Only what claims tie to both themselves, and not what they share through events. */
  readonly direct?: boolean
  readonly limit?: number
}

export interface CommonAnswer {
  readonly first: string
  readonly second: string
  /** The claims that tie the two to each other, read from the first. */
  readonly ties: readonly Neighbour[]
  readonly shared: readonly Shared[]
  /** How much they share, shown or not. */
  readonly total: number
}

/** What two entities share, with all chains of claims that lead to it from either. */
export interface Shared {
  readonly entity: string
  /** Whether claims tie both to it; otherwise an event of one of them stands between. */
  readonly direct: boolean
  readonly fromFirst: readonly Chain[]
  readonly fromSecond: readonly Chain[]
}

/** One claim; or two, the first of which leads to an event and the second from there. */
export type Chain = readonly Neighbour[]

/**
 * What two different entities have in common: first what both are tied to, then what an event of the one shares with
 * the other or with an event of its own. The surest come first. The types of a filter are asked of what is shared.
 */
export function common(graph: KnowledgeGraph, question: CommonQuestion): CommonAnswer {
  const { first, second, filter = {}, limit = Infinity } = question
  const { types, ...others } = filter
  const keeps = edgeTest(graph, others)
  const isAsked = nodeTest(graph, types === undefined ? {} : { types })
  const stepsOf = stepper(graph, keeps, [first, second])
  const [ofFirst, ofSecond] = [first, second].map((id) => reachOf(stepsOf, id)) as [Reach, Reach]
  if (!question.direct) {
    const isShared = (event: string) => ofFirst.direct.has(event) && ofSecond.direct.has(event)
    for (const reach of [ofFirst, ofSecond]) addBeyondEvents(graph, reach, stepsOf, isShared)
  }
  const shared = [...ofFirst.direct.keys(), ...ofFirst.beyond.keys()]
    .filter(isAsked)
    .flatMap((entity) => sharedAt(entity, ofFirst, ofSecond))
    .sort(byTrust)
  const ties = graph.edges(first, second).filter(keeps)
  return {
    first,
    second,
    ties: ties.map((edge) => neighbourBy(graph, first, edge)).sort(bySurest),
    shared: shared.slice(0, limit),
    total: shared.length,
  }
}

/** The claims of an entity, the surest first, by the entity at their other end. */
type StepsOf = (id: string) => ReadonlyMap<string, readonly Neighbour[]>

function stepper(
  graph: KnowledgeGraph,
  keeps: (edge: string) => boolean,
  ends: readonly string[],
): StepsOf {
  return (id) => {
    const steps = graph
      .edges(id)
      .filter((edge) => !ends.includes(graph.opposite(id, edge)) && keeps(edge))
      .map((edge) => neighbourBy(graph, id, edge))
      .filter(({ entity }) => entity !== id)
    return groupBy(steps.sort(bySurest), ({ entity }) => entity)
  }
}

/** The chains that lead from an entity to others: claims of its own, or an event in which it had a part. */
interface Reach {
  readonly direct: ReadonlyMap<string, readonly Chain[]>
  readonly beyond: Map<string, Chain[]>
}

function reachOf(stepsOf: StepsOf, id: string): Reach {
  const direct = [...stepsOf(id)].map(([entity, steps]) => {
    return [entity, steps.map((step) => [step])] as const
  })
  return { direct: new Map(direct), beyond: new Map() }
}

/** What lies beyond an event that both share says nothing new, and what is tied to the entity itself neither. */
function addBeyondEvents(
  graph: KnowledgeGraph,
  { direct, beyond }: Reach,
  stepsOf: StepsOf,
  isShared: (event: string) => boolean,
): void {
  const { entities } = graph.getAttribute('ontology')
  const isEvent = (id: string) => entities[graph.getNodeAttribute(id, 'type')]?.dated === true
  const chains = [...direct]
    .filter(([event]) => isEvent(event) && !isShared(event))
    .flatMap(([event, [chain = []]]) =>
      [...stepsOf(event).values()].flatMap(([surest]) => (surest ? [[...chain, surest]] : [])),
    )
  for (const chain of chains) {
    const entity = chain.at(-1)?.entity ?? ''
    if (direct.has(entity)) continue
    const known = beyond.get(entity)
    if (known) known.push(chain)
    else beyond.set(entity, [chain])
  }
}

function sharedAt(entity: string, first: Reach, second: Reach): Shared[] {
  const fromFirst = first.direct.get(entity) ?? first.beyond.get(entity)
  const fromSecond = second.direct.get(entity) ?? second.beyond.get(entity)
  if (fromFirst === undefined || fromSecond === undefined) return []
  const direct = first.direct.has(entity) && second.direct.has(entity)
  return [{ entity, direct, fromFirst, fromSecond }]
}

function byTrust(a: Shared, b: Shared): number {
  return (
    Number(b.direct) - Number(a.direct) ||
    doubtAt(a) - doubtAt(b) ||
    compareText(a.entity, b.entity)
  )
}

/** Of the better chain from either side, the weaker one. */
function doubtAt({ fromFirst, fromSecond }: Shared): number {
  const best = (chains: readonly Chain[]) =>
    Math.min(...chains.map((chain) => Math.max(...chain.map(doubtOf))))
  return Math.max(best(fromFirst), best(fromSecond))
}
