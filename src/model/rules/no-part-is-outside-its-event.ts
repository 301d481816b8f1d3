import { intersect } from '../../dates/holds.ts'
import { outsideEvent } from '../../diagnostics/problems/time.ts'
import type { When } from '../claim.ts'
import type { RelationRule } from '../rule.ts'

/** A part played in an event has a day in common with it; between two events, with one of them. */
export const noPartIsOutsideItsEvent: RelationRule = (relations, _ontology, report) => {
  for (const { events, written } of relations) {
    const [event, ...others] = events
    if (event === undefined) continue
    for (const { claim } of written) {
      const own = claim.when
      if (own === undefined || [event, ...others].some(({ when }) => meet(own, when.when))) continue
      report(outsideEvent(own.span, event.id.value, event.when.when.text, event.when.when.span))
    }
  }
}

function meet(a: When, b: When): boolean {
  return intersect([a.date, b.date]) !== undefined
}
