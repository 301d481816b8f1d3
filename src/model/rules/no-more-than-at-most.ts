import { boundsOf } from '../../dates/bounds.ts'
import { tooMany } from '../../diagnostics/problems.ts'
import type { Span } from '../../text/span.ts'
import { groupBy } from '../group-by.ts'
import type { Relation } from '../relation.ts'
import type { Rule } from '../rule.ts'

/** Where the ontology says `at-most`, an entity has no more of these relations at any one time. */
export const noMoreThanAtMost: Rule = ({ relations }, report) => {
  const bySource = groupBy(
    relations.flatMap((relation) => heldFor(relation) ?? []),
    ({ relation }) => `${relation.type.id}|${relation.source.id.value}`,
  )
  for (const group of bySource.values()) {
    for (const held of group) {
      const { type, source, written } = held.relation
      const most = type.atMost ?? Infinity
      const spans = firstThatMeet(held, group, most)
      if (spans.length < most) continue
      report(tooMany(written[0].claim.span, source.id.value, type.id, most, spans))
    }
  }
}

/** A relation and the days on which it certainly holds; an undated one is taken to hold at all times. */
interface Held {
  readonly relation: Relation
  readonly from: number
  readonly to: number
}

/** Where the first of the earlier ones stand, at most `most`, that share a day with a relation. */
function firstThatMeet(held: Held, group: readonly Held[], most: number): Span[] {
  const spans: Span[] = []
  for (const earlier of group) {
    if (spans.length === most || earlier === held) break
    if (Math.max(held.from, earlier.from) > Math.min(held.to, earlier.to)) continue
    spans.push(earlier.relation.written[0].claim.span)
  }
  return spans
}

function heldFor(relation: Relation): Held | undefined {
  if (relation.type.atMost === undefined) return undefined
  const { when } = relation.written[0].claim
  if (when === undefined) return { relation, from: -Infinity, to: Infinity }
  const { latestStart, earliestEnd, uncertain } = boundsOf(when.date)
  if (uncertain || latestStart > earliestEnd) return undefined
  return { relation, from: latestStart, to: earliestEnd }
}
