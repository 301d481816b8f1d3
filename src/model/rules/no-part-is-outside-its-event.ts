import { intersect } from '../../dates/holds.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { outsideEvent, outsideWhole } from '../../diagnostics/problems/time.ts'
import type { When } from '../claim.ts'
import type { DatedEntity } from '../entity.ts'
import type { Relation } from '../relation.ts'
import type { RelationRule } from '../rule.ts'

/**
 * A part played in an event has a day in common with it; between two events, with one of them. Where the ontology says
 * `within`, one event has a day in common with the other.
 */
export const noPartIsOutsideItsEvent: RelationRule = (relations, _ontology, report) => {
  for (const relation of relations) {
    const { events, written } = relation
    const [event, ...others] = events
    if (event === undefined) continue
    for (const { claim } of written) {
      const own = claim.when
      if (own === undefined || [event, ...others].some(({ when }) => meet(own, when.when))) continue
      report(outsideEvent(own.span, event.id.value, event.when.when.text, event.when.when.span))
    }
    reportOutside(relation, report)
  }
}

function reportOutside({ type, events, source, written }: Relation, report: Report): void {
  const [first, second] = events
  if (type.within === undefined || first === undefined || second === undefined) return
  if (meet(first.when.when, second.when.when)) return
  const isWhole = (event: DatedEntity) => (event === source) === (type.within === 'source')
  const [part, whole] = isWhole(first) ? [second, first] : [first, second]
  report(outsideWhole(written[0].claim.span, type.id, told(part), told(whole)))
}

function told({ id, when }: DatedEntity) {
  return { id: id.value, when: when.when.text, span: when.when.span }
}

function meet(a: When, b: When): boolean {
  return intersect([a.date, b.date]) !== undefined
}
