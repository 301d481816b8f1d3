import { brokenReference } from '../../diagnostics/problems/names.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import { eachClaim } from '../each-claim.ts'
import { perEntity } from '../memo.ts'
import type { BaseRule } from '../rule.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every id that a person writes must lead to an entity. */
export const everyReferenceResolves: BaseRule = (base, report) => {
  const { entities, unreadable } = base
  const broken = brokenReferences(base).filter(({ value }) => !unreadable.has(value))
  const suggestions = suggestAmong(
    broken.map(({ value }) => value),
    entities,
  )
  for (const id of broken) {
    const suggestion = suggestions.get(id.value)
    const meant = entities.get(suggestion?.text ?? '')
    const named = meant && { id: meant.id.value, name: meant.name.value, span: meant.id.span }
    report(brokenReference(id, suggestion, named))
  }
}

function brokenReferences({ entities, ids, identity }: Base): readonly Located<string>[] {
  const broken: Located<string>[] = []
  for (const decision of identity) {
    for (const id of decision.entities) if (!ids.has(id.value)) broken.push(id)
  }
  for (const entity of entities.values()) {
    for (const id of brokenIn(entity, ids)) broken.push(id)
  }
  return broken
}

const brokenIn = perEntity((entity, ids: Base['ids']) => {
  const broken: Located<string>[] = []
  const look = (id: Located<string>) => {
    if (!ids.has(id.value)) broken.push(id)
  }
  for (const { target } of entity.relations) look(target)
  eachClaim(entity, ({ saidBy, rivals }) => {
    saidBy.forEach(look)
    for (const rival of rivals) {
      rival.saidBy.forEach(look)
      if (rival.target) look(rival.target)
    }
  })
  return broken
})
