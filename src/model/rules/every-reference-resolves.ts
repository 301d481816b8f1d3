import { brokenReference } from '../../diagnostics/problems/names.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import { everyClaim, readings } from '../every-claim.ts'
import type { Rule } from '../rule.ts'
import { suggester } from '../suggester.ts'

/** Every id that a person writes must lead to an entity. */
export const everyReferenceResolves: Rule = (base, report) => {
  const { entities, unreadable } = base
  const suggest = suggester(entities)
  for (const id of references(base)) {
    if (entities.has(id.value) || unreadable.has(id.value)) continue
    const meant = entities.get(suggest(id.value) ?? '')
    report(
      brokenReference(
        id,
        meant && { id: meant.id.value, name: meant.name.value, span: meant.id.span },
      ),
    )
  }
}

function* references(base: Base): Generator<Located<string>> {
  for (const { entities } of base.identity) yield* entities
  for (const { relations } of base.entities.values()) {
    for (const { target } of relations) yield target
  }
  for (const claim of everyClaim(base)) {
    for (const reading of readings(claim)) yield* reading.saidBy
    for (const { target } of claim.rivals) if (target) yield target
  }
}
