import { type Filter, nodeTest } from '../graph/filter.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { bySurest } from './by-surest.ts'
import { edgesAround, oppositeOf } from './edges-around.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'
import { doubtLevels, type PathIndex, pathIndex } from './path-index.ts'
import { rowFilterOf } from './routes/kept-edges.ts'

export interface CommonQuestion {
  readonly first: string
  readonly second: string
  readonly filter?: Filter
  /** Only what claims tie to both themselves, and not what they share through events. */
  readonly direct?: boolean
  /** So many shared entities: 1000, unless told. */
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
  const { first, second, filter = {}, limit = mostShared } = question
  const { types, ...others } = filter
  const index = pathIndex(graph)
  const ends = [first, second].map((id) => index.numbers.get(id) as number)
  const [one, other] = ends.map((node) => reachOf(index, node, ends, others)) as [Reach, Reach]
  if (!question.direct) {
    addBeyondEvents(index, one, other, others, ends)
    addBeyondEvents(index, other, one, others, ends)
  }
  const isAsked = nodeTest(graph, types === undefined ? {} : { types })
  const shared = sharedBy(one, other).filter((node) => isAsked(index.nodes[node] as string))
  const shown = surestFirst(index, shared, one, other, limit)
  const [fromFirst, fromSecond] = [one, other].map((reach) => chainsTo(index, reach, shown)) as [
    ChainsTo,
    ChainsTo,
  ]
  return {
    first,
    second,
    ties: tiesBetween(index, first, second, others),
    shared: shown.map((node) => ({
      entity: index.nodes[node] as string,
      direct: isDirect(one, other, node),
      fromFirst: fromFirst(node),
      fromSecond: fromSecond(node),
    })),
    total: shared.length,
  }
}

/** Unless a question sets its limit. */
const mostShared = 1000

function tiesBetween(index: PathIndex, first: string, second: string, filter: Filter) {
  const node = index.numbers.get(first) as number
  const other = index.numbers.get(second)
  return edgesAround(index, first, filter)
    .filter((edge) => oppositeOf(index, node, edge) === other)
    .map((edge) => neighbourBy(index.graph, first, index.edges[edge] as string))
    .sort(bySurest)
}

/** What an entity is tied to, all by number: sentences are made only of what is shown. */
interface Reach {
  readonly node: number
  /** Its claims, but for those that tie the two ends. */
  readonly edges: readonly number[]
  /** For each node, the surest of these claims that leads there, or -1. */
  readonly surest: Int32Array
  /** What lies beyond an event of its own: the surest claims that lead there, and to the event. */
  readonly beyond: Map<number, (readonly [toEvent: number, onward: number])[]>
}

function reachOf(index: PathIndex, node: number, ends: readonly number[], filter: Filter): Reach {
  const edges = edgesAround(index, index.nodes[node] as string, filter).filter(
    (edge) => !ends.includes(oppositeOf(index, node, edge)),
  )
  const surest = new Int32Array(index.nodes.length).fill(-1)
  for (const edge of edges) {
    const other = oppositeOf(index, node, edge)
    surest[other] = surer(index, edge, surest[other] as number)
  }
  return { node, edges, surest, beyond: new Map() }
}

/** Of two alike the one that comes first in order of key. */
function surer({ doubt }: PathIndex, edge: number, known: number): number {
  return known < 0 || (doubt[edge] as number) < (doubt[known] as number) ? edge : known
}

/** What lies beyond an event that both share says nothing new, and what is tied to the entity itself neither. */
function addBeyondEvents(
  index: PathIndex,
  reach: Reach,
  other: Reach,
  filter: Filter,
  ends: readonly number[],
): void {
  const { surest, beyond, node } = reach
  const events = ownEvents(index, reach, other)
  const nodes = events.map((edge) => oppositeOf(index, node, edge))
  index.needRows?.('either', rowFilterOf(index.graph, filter, []), nodes)
  for (const toEvent of events) {
    const event = oppositeOf(index, node, toEvent)
    for (const [end, edge] of surestFrom(index, event, filter)) {
      if (end === event || ends.includes(end) || (surest[end] as number) >= 0) continue
      const known = beyond.get(end)
      if (known) known.push([toEvent, edge])
      else beyond.set(end, [[toEvent, edge]])
    }
  }
}

/** By the node at their other end, the surest claims of a node. */
function surestFrom(index: PathIndex, node: number, filter: Filter): ReadonlyMap<number, number> {
  const surest = new Map<number, number>()
  for (const edge of edgesAround(index, index.nodes[node] as string, filter)) {
    const end = oppositeOf(index, node, edge)
    surest.set(end, surer(index, edge, surest.get(end) ?? -1))
  }
  return surest
}

/** The surest claims that lead to the events of one side alone, the surest first. */
function ownEvents(index: PathIndex, { node, edges, surest }: Reach, other: Reach): number[] {
  const { entities } = index.graph.getAttribute('ontology')
  return inOrderOfDoubt(
    index,
    edges.filter((edge) => {
      const event = oppositeOf(index, node, edge)
      const isDated = entities[index.entities[event]?.type ?? '']?.dated === true
      return isDated && surest[event] === edge && other.surest[event] === -1
    }),
  )
}

/** The claims come in order of key, and of two alike stay so. */
function inOrderOfDoubt({ doubt }: PathIndex, edges: readonly number[]): number[] {
  return edges.toSorted((a, b) => (doubt[a] as number) - (doubt[b] as number))
}

/** The nodes that both sides reach, each once. */
function sharedBy(one: Reach, other: Reach): number[] {
  const shared: number[] = []
  for (let node = 0; node < one.surest.length; node++) {
    const [ours, theirs] = [one.surest[node] as number, other.surest[node] as number]
    const isOurs = ours >= 0 || one.beyond.has(node)
    if (isOurs && (theirs >= 0 || other.beyond.has(node))) shared.push(node)
  }
  return shared
}

function isDirect(one: Reach, other: Reach, node: number): boolean {
  return (one.surest[node] as number) >= 0 && (other.surest[node] as number) >= 0
}

/** So many of the shared nodes: those that both are tied to, then the surest, then by id. */
function surestFirst(
  index: PathIndex,
  shared: readonly number[],
  one: Reach,
  other: Reach,
  limit: number,
): number[] {
  // Of the better chain from either side, the weaker one.
  const doubtAt = (node: number) =>
    Math.max(leastDoubt(index, one, node), leastDoubt(index, other, node))
  const ranks: number[][] = Array.from({ length: 2 * doubtLevels }, () => [])
  for (const node of shared) {
    ranks[doubtAt(node) + (isDirect(one, other, node) ? 0 : doubtLevels)]?.push(node)
  }
  const idOf = (node: number) => index.nodes[node] as string
  let shown: number[] = []
  for (const rank of ranks) {
    if (shown.length >= limit) break
    shown = shown.concat(rank.sort((a, b) => compareText(idOf(a), idOf(b))))
  }
  return shown.slice(0, limit)
}

function leastDoubt({ doubt }: PathIndex, { surest, beyond }: Reach, node: number): number {
  const edge = surest[node] as number
  if (edge >= 0) return doubt[edge] as number
  const chains = beyond.get(node) ?? []
  const doubts = chains.map((chain) => Math.max(...chain.map((step) => doubt[step] as number)))
  return Math.min(...doubts)
}

type ChainsTo = (node: number) => readonly Chain[]

/** The chains from one side to the nodes that are shown, told. */
function chainsTo(
  index: PathIndex,
  { node, edges, beyond }: Reach,
  shown: readonly number[],
): ChainsTo {
  const direct = new Map(shown.map((end): [number, number[]] => [end, []]))
  for (const edge of edges) direct.get(oppositeOf(index, node, edge))?.push(edge)
  const tell = (from: number, edge: number) =>
    neighbourBy(index.graph, index.nodes[from] as string, index.edges[edge] as string)
  return (end) => {
    const own = direct.get(end) ?? []
    if (own.length > 0) return inOrderOfDoubt(index, own).map((edge) => [tell(node, edge)])
    return (beyond.get(end) ?? []).map(([toEvent, edge]) => [
      tell(node, toEvent),
      tell(oppositeOf(index, node, toEvent), edge),
    ])
  }
}
