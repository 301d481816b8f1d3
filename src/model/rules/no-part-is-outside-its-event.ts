import { intersect } from '../../dates/holds.ts'
import { outsideEvent } from '../../diagnostics/problems.ts'
import type { When } from '../claim.ts'
import type { Entity } from '../entity.ts'
import type { Rule } from '../rule.ts'

/** A part played in an event has a day in common with it; between two events, with one of them. */
export const noPartIsOutsideItsEvent: Rule = ({ relations }, report) => {
  for (const { source, target, written } of relations) {
    const [event, ...others] = [source, target].filter(isDated)
    if (event === undefined) continue
    for (const { claim } of written) {
      const own = claim.when
      if (own === undefined || [event, ...others].some(({ when }) => meet(own, when.when))) continue
      report(outsideEvent(own.span, event.id.value, event.when.when.text, event.when.when.span))
    }
  }
}

type DatedEntity = Entity & { readonly when: { readonly when: When } }

function isDated(entity: Entity): entity is DatedEntity {
  return entity.when !== undefined
}

function meet(a: When, b: When): boolean {
  return intersect([a.date, b.date]) !== undefined
}
