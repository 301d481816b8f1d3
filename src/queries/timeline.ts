import { type Moment, momentOf } from '../dates/moment.ts'
import { claimTest, type Filter } from '../graph/filter.ts'
import type {
  AttributeClaimAttributes,
  EdgeAttributes,
  KnowledgeGraph,
} from '../graph/knowledge-graph.ts'
import { groupBy } from '../model/group-by.ts'
import { compareText } from '../text/compare-text.ts'
import { edgesAround } from './edges-around.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'
import { pathIndex } from './path-index.ts'

export interface TimelineQuestion {
  readonly entity: string
  readonly filter?: Filter
  /** So many dated claims: 1000, unless told. */
  readonly limit?: number
}

export interface Timeline {
  readonly entity: string
  /** What is dated, in order of time. */
  readonly dated: readonly Moments[]
  /** What is said without a date. */
  readonly undated: readonly Told[]
  /** How much is dated and how much is not, shown or not. */
  readonly total: number
  readonly totalUndated: number
}

/** All that is told of one date, as it is written in the files. */
export interface Moments {
  /** EDTF. */
  readonly when: string
  readonly told: readonly Told[]
}

/** A relation, the value of an attribute, or (`when`) the date of the entity itself. */
export type Told = Neighbour | ToldAttribute

export interface ToldAttribute extends AttributeClaimAttributes {
  readonly attribute: string
}

/** What is said of an entity, by when it held. What began at an unknown time stands where it ended. */
export function timeline(graph: KnowledgeGraph, question: TimelineQuestion): Timeline {
  const { entity, filter = {}, limit = mostTold } = question
  const index = pathIndex(graph)
  const all: Item[] = [
    ...attributesOf(graph, entity, filter).map((told) => ({
      told,
      when: told.when,
      name: told.attribute,
      key: String(told.value),
    })),
    ...edgesAround(index, entity, filter).map((edge) => {
      const { when, relation } = index.claims[edge] as EdgeAttributes
      return { when, name: relation, key: index.edges[edge] as string }
    }),
  ]
  const dated = inOrderOfTime(all.filter(({ when }) => when !== undefined))
  const undated = all.filter(({ when }) => when === undefined)
  const tell = (item: Item) => item.told ?? neighbourBy(graph, entity, item.key)
  return {
    entity,
    dated: byDate(dated.slice(0, limit).map(tell)),
    undated: undated.sort(byName).slice(0, Math.max(limit, mostTold)).map(tell),
    total: dated.length,
    totalUndated: undated.length,
  }
}

/** Unless a question sets its limit. */
const mostTold = 1000

/** What is to be told, by what it is sorted by: a sentence is made only of what is shown. */
interface Item {
  /** Of an attribute; a relation is told by its key. */
  readonly told?: ToldAttribute
  readonly when: string | undefined
  readonly name: string
  readonly key: string
}

function attributesOf(graph: KnowledgeGraph, entity: string, filter: Filter): ToldAttribute[] {
  const { attributes } = graph.getNodeAttributes(entity)
  const { relations, kinds } = filter
  // Whoever asks for relations does not ask for attributes.
  if (relations !== undefined || kinds !== undefined) return []
  const keeps = claimTest(filter)
  // The date of an entity that is asked about stays, as it does in a filtered graph.
  return Object.entries(attributes).flatMap(([attribute, claims]) =>
    claims
      .filter((claim) => attribute === 'when' || keeps(claim))
      .map((claim) => ({ attribute, ...claim })),
  )
}

/** Dates are read once each, and sorted before what is told of them. */
function inOrderOfTime(items: readonly Item[]): Item[] {
  const dates = [...groupBy(items, ({ when }) => when ?? '')]
  return dates
    .map(([when, told]) => ({ when, told: told.toSorted(byName), moment: momentOf(when) }))
    .sort((a, b) => compareMoments(a.moment, b.moment) || compareText(a.when, b.when))
    .flatMap(({ told }) => told)
}

function compareMoments(a: Moment, b: Moment): number {
  const at = a.findIndex((day, index) => day !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

/** Attributes before relations, each in order of name and key. */
function byName(a: Item, b: Item): number {
  return (
    Number(b.told !== undefined) - Number(a.told !== undefined) ||
    compareText(a.name, b.name) ||
    compareText(a.key, b.key)
  )
}

function byDate(all: readonly Told[]): Moments[] {
  const dates = groupBy(all, ({ when }) => when ?? '')
  return [...dates].map(([when, told]) => ({ when, told }))
}
