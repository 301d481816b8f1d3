import { momentOf } from '../dates/moment.ts'
import { confidenceRank, type Filter } from '../graph/filter.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { edgesAround, type Neighbour, neighbourBy } from './neighbours.ts'
import { WrongQuestion } from './wrong-question.ts'

export interface NeighbourQuestion {
  readonly entity: string
  readonly filter?: Filter
  /** In which order: by relation (unless told), or by date with what has none last. */
  readonly by?: Order
  /** At most so many. */
  readonly limit?: number
  /** Where the answer before this one ended: its `next`. */
  readonly after?: string
}

export const orders = ['relation', 'time'] as const
type Order = (typeof orders)[number]

export interface NeighbourPage {
  readonly entity: string
  readonly neighbours: readonly Neighbour[]
  /** How many claims there are on all pages, and to how many entities. */
  readonly total: number
  readonly entities: number
  /** How many stand on the pages before this one. */
  readonly before: number
  /** To be given as `after` for what follows; absent on the last page. */
  readonly next?: string
}

/** The same as keys of edges, for who makes the sentences later. */
interface EdgePage extends Omit<NeighbourPage, 'neighbours'> {
  readonly edges: readonly string[]
}

/** The claims that tie an entity to others, a page of them, in an order that does not depend on the page. */
export function neighbourPage(graph: KnowledgeGraph, question: NeighbourQuestion): NeighbourPage {
  const { edges, ...page } = edgePage(graph, question)
  return { ...page, neighbours: edges.map((edge) => neighbourBy(graph, page.entity, edge)) }
}

export function edgePage(graph: KnowledgeGraph, question: NeighbourQuestion): EdgePage {
  const { entity, filter = {}, by = 'relation', limit = Infinity, after } = question
  const placeOf = places[by](graph)
  const sorted = edgesAround(graph, entity, filter)
    .map((edge) => ({ edge, place: placeOf(edge) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
  const begin = after === undefined ? undefined : readCursor(after, by)
  const before = begin === undefined ? 0 : sorted.filter(isUpTo(begin)).length
  const page = sorted.slice(before, before + limit)
  const last = page.at(-1)
  const isCut = before + page.length < sorted.length
  return {
    entity,
    edges: page.map(({ edge }) => edge),
    total: sorted.length,
    entities: new Set(sorted.map(({ edge }) => graph.opposite(entity, edge))).size,
    before,
    ...(isCut && last !== undefined && { next: [by, ...last.place].join('/') }),
  }
}

/**
 * What an edge is sorted by; its key comes last, so that no two places are the same. A cursor is the place of the last
 * edge that was shown, and so it holds even when that edge is gone.
 */
type Place = readonly (string | number)[]

const places: Readonly<Record<Order, (graph: KnowledgeGraph) => (edge: string) => Place>> = {
  relation: (graph) => (edge) => {
    const { relation, confidence } = graph.getEdgeAttributes(edge)
    return [relation, confidenceRank(confidence), edge]
  },
  time: (graph) => (edge) => [...momentOf(graph.getEdgeAttribute(edge, 'when')), edge],
}

function comparePlaces(a: Place, b: Place): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

function isUpTo(begin: Place): (one: { readonly place: Place }) => boolean {
  return ({ place }) => comparePlaces(place, begin) <= 0
}

function readCursor(after: string, by: Order): Place {
  const [order, first = '', second = '', edge] = after.split('/')
  const numbers = by === 'time' ? [Number(first), Number(second)] : [Number(second)]
  if (order !== by || edge === undefined || numbers.some(Number.isNaN)) {
    throw new WrongQuestion(
      `"${after}" is no place in this answer. Give what the page before it names as the next one, and ask for the same order.`,
    )
  }
  return by === 'time' ? [...numbers, edge] : [first, ...numbers, edge]
}
