import { brokenReference } from '../../diagnostics/problems/names.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import type { Claim } from '../claim.ts'
import { eachClaim } from '../each-claim.ts'
import type { BaseRule } from '../rule.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every id that a person writes must lead to an entity. */
export const everyReferenceResolves: BaseRule = (base, report) => {
  const { entities } = base
  const broken = brokenReferences(base)
  const suggestions = suggestAmong(
    broken.map(({ value }) => value),
    entities,
  )
  for (const id of broken) {
    const meant = entities.get(suggestions.get(id.value) ?? '')
    report(
      brokenReference(
        id,
        meant && { id: meant.id.value, name: meant.name.value, span: meant.id.span },
      ),
    )
  }
}

function brokenReferences({ entities, identity, unreadable }: Base): readonly Located<string>[] {
  const broken: Located<string>[] = []
  const look = (id: Located<string>) => {
    if (!entities.has(id.value) && !unreadable.has(id.value)) broken.push(id)
  }
  const lookAt = ({ saidBy, rivals }: Claim) => {
    saidBy.forEach(look)
    for (const rival of rivals) {
      rival.saidBy.forEach(look)
      if (rival.target) look(rival.target)
    }
  }
  for (const decision of identity) decision.entities.forEach(look)
  for (const entity of entities.values()) {
    for (const { target } of entity.relations) look(target)
    eachClaim(entity, lookAt)
  }
  return broken
}
