import { boundsOf } from '../../dates/bounds.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { tooMany } from '../../diagnostics/problems/meaning.ts'
import { dateOf } from '../date-of.ts'
import { groupBy } from '../group-by.ts'
import type { Relation } from '../relation.ts'
import type { AllRelationsRule } from '../rule.ts'

/** Where the ontology says `at-most`, an entity has no more of these relations at any one time. */
export const noMoreThanAtMost: AllRelationsRule = {
  asks: ({ atMost }) => atMost !== undefined,
  check: reportTooMany,
}

function reportTooMany(relations: readonly Relation[], report: Report): void {
  const byHolder = groupBy(
    relations.flatMap(heldFor),
    ({ relation, holder }) => `${relation.type.id}|${holder}`,
  )
  for (const group of byHolder.values()) {
    for (const { one, others } of tooManyIn(group)) {
      const { type, written } = one.relation
      const spans = others.map(({ relation }) => relation.written[0].claim.span)
      report(tooMany(written[0].claim.span, one.holder, type.id, type.atMost ?? 0, spans))
    }
  }
}

/** A relation of an entity and the days on which it certainly holds; an undated one is taken to hold at all times. */
interface Held {
  readonly relation: Relation
  readonly holder: string
  readonly from: number
  readonly to: number
}

interface Excess {
  readonly one: Held
  readonly others: readonly Held[]
}

/** Each relation that begins while as many as are allowed hold already: only the longest of those before it matter. */
function tooManyIn(group: readonly Held[]): Excess[] {
  const most = group[0]?.relation.type.atMost ?? Infinity
  const found: Excess[] = []
  let holding: Held[] = []
  for (const one of group.toSorted((a, b) => order(a.from, b.from))) {
    holding = holding.filter(({ to }) => to >= one.from)
    const isFull = holding.length === most
    if (isFull) found.push({ one, others: holding })
    holding = isFull ? withoutFirstEnd([...holding, one]) : [...holding, one]
  }
  return found
}

function withoutFirstEnd(held: readonly Held[]): Held[] {
  const first = held.reduce((least, one) => (one.to < least.to ? one : least))
  return held.filter((one) => one !== first)
}

/** Infinite days have no difference. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Once for its source, and for either end of a symmetric relation. */
function heldFor(relation: Relation): Held[] {
  const { type, source, target } = relation
  if (type.atMost === undefined) return []
  const ends = new Set([source.id.value, type.symmetric ? target.id.value : source.id.value])
  const when = dateOf(relation)
  const bounds = when && boundsOf(when.date)
  if (bounds === undefined && relation.written[0].claim.unread.includes('when')) return []
  if (bounds && (bounds.uncertain || bounds.latestStart > bounds.earliestEnd)) return []
  const from = bounds?.latestStart ?? -Infinity
  const to = bounds?.earliestEnd ?? Infinity
  return [...ends].map((holder) => ({ relation, holder, from, to }))
}
