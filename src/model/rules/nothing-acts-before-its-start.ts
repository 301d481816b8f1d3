import { boundsOf } from '../../dates/bounds.ts'
import { beforeStart } from '../../diagnostics/problems/time.ts'
import type { Span } from '../../text/span.ts'
import type { When } from '../claim.ts'
import { firmDateOf } from '../date-of.ts'
import type { Relation } from '../relation.ts'
import type { BaseRule } from '../rule.ts'

interface Start {
  readonly relation: Relation
  /** The first day on which the entity can have been there. */
  readonly first: number
  readonly when: When
  readonly span: Span
}

/** Whoever a relation with `begins` has begun is tied to nothing that is certainly earlier. */
export const nothingActsBeforeItsStart: BaseRule = ({ relations }, report) => {
  const starts = lastStarts(relations)
  if (starts.size === 0) return
  for (const relation of relations.filter(({ type }) => type.begins === undefined)) {
    for (const { id } of [relation.source, relation.target]) {
      const start = starts.get(id.value)
      if (start === undefined) continue
      const when = firmDateOf(relation)
      if (when === undefined || boundsOf(when.date).latestEnd >= start.first) continue
      const { span } = relation.written[0].claim
      const { type } = start.relation
      const cause = { relation: type.id, when: start.when.text, span: start.span }
      report(beforeStart(span, id.value, relation.type.id, cause))
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
    starts.set(id.value, { relation, first, when, span: relation.written[0].claim.span })
  }
  return starts
}
