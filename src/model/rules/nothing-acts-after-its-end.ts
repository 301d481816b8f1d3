import { boundsOf } from '../../dates/bounds.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { afterEnd } from '../../diagnostics/problems/time.ts'
import type { When } from '../claim.ts'
import { firmDateOf } from '../date-of.ts'
import type { Relation } from '../relation.ts'
import type { AllRelationsRule } from '../rule.ts'

interface End {
  readonly relation: Relation
  /** The last day on which the entity can have been there. */
  readonly last: number
  readonly when: When
}

/** Whoever a relation with `ends` has ended takes no part in an event that is certainly later. */
export const nothingActsAfterItsEnd: AllRelationsRule = {
  asks: ({ ends }) => ends !== undefined,
  concerns: ({ type, events }) => type.ends !== undefined || events.length > 0,
  check: reportActsAfterEnd,
}

function reportActsAfterEnd(relations: readonly Relation[], report: Report): void {
  const ends = firstEnds(relations)
  for (const relation of relations) {
    if (relation.events.length === 0) continue
    for (const { id } of [relation.source, relation.target]) {
      const end = ends.get(id.value)
      if (end === undefined) continue
      const when = firmDateOf(relation)
      if (when === undefined || boundsOf(when.date).earliestStart <= end.last) continue
      report(afterEnd(id.value, told(relation, when), told(end.relation, end.when)))
    }
  }
}

function firstEnds(relations: readonly Relation[]): ReadonlyMap<string, End> {
  const ends = new Map<string, End>()
  for (const relation of relations) {
    const when = relation.type.ends && firmDateOf(relation)
    if (when === undefined) continue
    const { id } = relation.type.ends === 'source' ? relation.source : relation.target
    const last = boundsOf(when.date).latestEnd
    const known = ends.get(id.value)
    if (known && known.last <= last) continue
    ends.set(id.value, { relation, last, when })
  }
  return ends
}

function told({ type, written }: Relation, when: When) {
  return { relation: type.id, when: when.text, span: written[0].claim.span }
}
