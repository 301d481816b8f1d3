import { boundsOf } from '../../dates/bounds.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { beforeStart } from '../../diagnostics/problems/time.ts'
import type { When } from '../claim.ts'
import { firmDateOf } from '../date-of.ts'
import type { Relation } from '../relation.ts'
import type { AllRelationsRule } from '../rule.ts'

interface Start {
  readonly relation: Relation
  /** The first day on which the entity can have been there. */
  readonly first: number
  readonly when: When
}

/** Whoever a relation with `begins` has begun is tied to nothing that is certainly earlier. */
export const nothingActsBeforeItsStart: AllRelationsRule = {
  asks: ({ begins }) => begins !== undefined,
  concerns: () => true,
  check: reportActsBeforeStart,
}

function reportActsBeforeStart(relations: readonly Relation[], report: Report): void {
  const starts = lastStarts(relations)
  if (starts.size === 0) return
  for (const relation of relations.filter(({ type }) => type.begins === undefined)) {
    for (const { id } of [relation.source, relation.target]) {
      const start = starts.get(id.value)
      if (start === undefined) continue
      const when = firmDateOf(relation)
      if (when === undefined || boundsOf(when.date).latestEnd >= start.first) continue
      report(beforeStart(id.value, told(relation, when), told(start.relation, start.when)))
    }
  }
}

function lastStarts(relations: readonly Relation[]): ReadonlyMap<string, Start> {
  const starts = new Map<string, Start>()
  for (const relation of relations) {
    const when = relation.type.begins && firmDateOf(relation)
    if (when === undefined) continue
    const { id } = relation.type.begins === 'source' ? relation.source : relation.target
    const first = boundsOf(when.date).earliestStart
    const known = starts.get(id.value)
    if (known && known.first >= first) continue
    starts.set(id.value, { relation, first, when })
  }
  return starts
}

function told({ type, written }: Relation, when: When) {
  return { relation: type.id, when: when.text, span: written[0].claim.span }
}
