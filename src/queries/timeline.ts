import { type Moment, momentOf } from '../dates/moment.ts'
import { claimTest, type Filter } from '../graph/filter.ts'
import type { AttributeClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { edgesAround, type Neighbour, neighbourBy } from './neighbours.ts'

export interface TimelineQuestion {
  readonly entity: string
  readonly filter?: Filter
  readonly limit?: number
}

export interface Timeline {
  readonly entity: string
  /** What is dated, in order of time. */
  readonly dated: readonly Moments[]
  /** What is said without a date. */
  readonly undated: readonly Told[]
  /** How much is dated, shown or not. */
  readonly total: number
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
  const { entity, filter = {}, limit = Infinity } = question
  const told = [
    ...attributesOf(graph, entity, filter),
    ...edgesAround(graph, entity, filter).map((edge) => neighbourBy(graph, entity, edge)),
  ]
  const dated = told.filter(({ when }) => when !== undefined)
  const inOrder = dated
    .map((one): Timed => ({ told: one, moment: momentOf(one.when) }))
    .sort(byTime)
    .slice(0, limit)
  return {
    entity,
    dated: byDate(inOrder),
    undated: told.filter(({ when }) => when === undefined).sort(byName),
    total: dated.length,
  }
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

interface Timed {
  readonly told: Told
  readonly moment: Moment
}

function byTime(a: Timed, b: Timed): number {
  const at = a.moment.findIndex((day, index) => day !== b.moment[index])
  if (at >= 0) return (a.moment[at] ?? 0) < (b.moment[at] ?? 0) ? -1 : 1
  return compareText(a.told.when ?? '', b.told.when ?? '') || byName(a.told, b.told)
}

/** Attributes before relations, each in order of name and key. */
function byName(a: Told, b: Told): number {
  return (
    Number('edge' in a) - Number('edge' in b) ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText('edge' in a ? a.edge : String(a.value), 'edge' in b ? b.edge : String(b.value))
  )
}

function nameOf(told: Told): string {
  return 'edge' in told ? told.relation : told.attribute
}

function byDate(timed: readonly Timed[]): Moments[] {
  const groups: { when: string; told: Told[] }[] = []
  for (const { told } of timed) {
    const last = groups.at(-1)
    if (last !== undefined && last.when === told.when) last.told.push(told)
    else groups.push({ when: told.when ?? '', told: [told] })
  }
  return groups
}
