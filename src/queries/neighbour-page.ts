import { momentOf } from '../dates/moment.ts'
import { confidenceRank, type Filter } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { edgesAround, oppositeOf } from './edges-around.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'
import { type PathIndex, pathIndex } from './path-index.ts'
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
  /** Where a time was asked for: how many of all certainly hold then, and do not only possibly. */
  readonly certain?: number
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
  const index = pathIndex(graph)
  const keyOf = (edge: number) => index.edges[edge] as string
  const groups = inGroups(index, edgesAround(index, entity, filter), by)
  const edges = groups.flatMap((group) => group.edges)
  const begin = after === undefined ? undefined : readCursor(after, by)
  const before = begin === undefined ? 0 : countUpTo(begin, groups, keyOf)
  const page = edges.slice(before, before + limit)
  const last = page.at(-1)
  const lastGroup = groups.find((group) => last !== undefined && group.edges.includes(last))
  const isCut = before + page.length < edges.length && last !== undefined
  return {
    entity,
    edges: page.map(keyOf),
    total: edges.length,
    entities: countEnds(index, entity, edges),
    ...certainOf(index, entity, filter),
    before,
    ...(isCut && { next: [by, ...(lastGroup?.place ?? []), keyOf(last)].join('/') }),
  }
}

function certainOf(index: PathIndex, entity: string, filter: Filter): { certain?: number } {
  const { from, to, certain } = filter
  if (certain || (from === undefined && to === undefined)) return {}
  return { certain: edgesAround(index, entity, { ...filter, certain: true }).length }
}

function countEnds(index: PathIndex, entity: string, edges: readonly number[]): number {
  const node = index.numbers.get(entity) as number
  return new Set(edges.map((edge) => oppositeOf(index, node, edge))).size
}

/**
 * What an edge is sorted by; its key comes last, so that no two places are the same. A cursor is the place of the last
 * edge that was shown, and so it holds even when that edge is gone.
 */
type Place = readonly (string | number)[]

/** The edges of one place, their keys aside, in order of key. */
interface Group {
  readonly place: Place
  readonly edges: number[]
}

interface Sorting {
  /** What decides the place: there are far fewer of these than edges. */
  readonly sign: (index: PathIndex, edge: number) => number | string | undefined
  readonly place: (claim: EdgeAttributes) => Place
}

const sortings: Readonly<Record<Order, Sorting>> = {
  relation: {
    sign: ({ relation, doubt }, edge) => 256 * (relation[edge] as number) + (doubt[edge] as number),
    place: ({ relation, confidence }) => [relation, confidenceRank(confidence)],
  },
  time: {
    sign: ({ claims }, edge) => claims[edge]?.when,
    place: ({ when }) => momentOf(when),
  },
}

/** A hub has a hundred thousand edges and a handful of places: it is these that are sorted. */
function inGroups(index: PathIndex, edges: readonly number[], by: Order): Group[] {
  const { sign, place: placeOf } = sortings[by]
  const groups = new Map<string, Group>()
  const known = new Map<number | string | undefined, Group>()
  for (const edge of edges) {
    const decisive = sign(index, edge)
    const group = known.get(decisive) ?? groupAt(placeOf(index.claims[edge] as EdgeAttributes))
    known.set(decisive, group)
    group.edges.push(edge)
  }
  return [...groups.values()].sort((a, b) => comparePlaces(a.place, b.place))

  function groupAt(place: Place): Group {
    const name = place.join('/')
    const group = groups.get(name) ?? { place, edges: [] }
    groups.set(name, group)
    return group
  }
}

function comparePlaces(a: Place, b: Place): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

function countUpTo(begin: Place, groups: readonly Group[], keyOf: (edge: number) => string) {
  const key = begin.at(-1) as string
  return groups.reduce((count, { place, edges }) => {
    const order = comparePlaces(place, begin)
    const upTo = order === 0 ? edges.filter((edge) => keyOf(edge) <= key).length : edges.length
    return order > 0 ? count : count + upTo
  }, 0)
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
