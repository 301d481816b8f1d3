import { boundsOf } from '../../dates/bounds.ts'
import { tooMany } from '../../diagnostics/problems.ts'
import type { Relation } from '../relation.ts'
import type { Rule } from '../rule.ts'

/** Where the ontology says `at-most`, an entity has no more of these relations at any one time. */
export const noMoreThanAtMost: Rule = ({ relations }, report) => {
  const bySource = new Map<string, Relation[]>()
  for (const relation of relations) {
    if (relation.type.atMost === undefined) continue
    const key = `${relation.type.id}|${relation.source.id.value}`
    bySource.set(key, [...(bySource.get(key) ?? []), relation])
  }
  for (const group of bySource.values()) {
    for (const [index, relation] of group.entries()) {
      const most = relation.type.atMost ?? Infinity
      const earlier = group.slice(0, index).filter((other) => certainlyMeet(relation, other))
      if (earlier.length < most) continue
      const spans = earlier.map(({ written }) => written[0].claim.span)
      report(
        tooMany(
          relation.written[0].claim.span,
          relation.source.id.value,
          relation.type.id,
          most,
          spans,
        ),
      )
    }
  }
}

/** Whether there is a day on which both certainly hold; undated relations are taken to hold at all times. */
function certainlyMeet(a: Relation, b: Relation): boolean {
  const [ours, theirs] = [certainDays(a), certainDays(b)]
  return Math.max(ours.from, theirs.from) <= Math.min(ours.to, theirs.to)
}

function certainDays({ written }: Relation): { from: number; to: number } {
  const { when } = written[0].claim
  if (when === undefined) return { from: -Infinity, to: Infinity }
  const { latestStart, earliestEnd, uncertain } = boundsOf(when.date)
  return uncertain ? { from: Infinity, to: -Infinity } : { from: latestStart, to: earliestEnd }
}
