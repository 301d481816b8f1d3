import { aliasCollision, possibleDuplicate } from '../../diagnostics/problems/names.ts'
import type { Base } from '../base.ts'
import type { Entity, IdentityDecision } from '../entity.ts'
import type { BaseRule } from '../rule.ts'

/**
 * Two named entities of related types do not share a name, nor do their names differ by spelling alone, unless
 * identity.yaml has decided on them. Entities whose names the sources withhold are never compared.
 */
export const everyNameIsItsOwn: BaseRule = (base, report) => {
  if (base.meetings.length === 0) return
  const isDecided = decisions(base)
  for (const { a, b, isSame } of base.meetings) {
    const id = b.entity.id.value
    if (isDecided(a.entity.id.value, id) || !isRelated(a.entity, b.entity, base)) continue
    const other = { id: a.entity.id.value, name: a.name.value, span: a.name.span }
    report((isSame ? aliasCollision : possibleDuplicate)(id, b.name, other))
  }
}

/** Whether two entities could be one: their types have an ancestor in common. */
function isRelated(a: Entity, b: Entity, { ontology: { entityTypes } }: Base): boolean {
  const rootOf = ({ type }: Entity) => entityTypes.get(type.value)?.types.at(-1)
  return rootOf(a) === rootOf(b)
}

/** Tells whether two entities stand in one decision, without a list of all the pairs of a long one. */
function decisions({ identity }: Base): (a: string, b: string) => boolean {
  const decisionsOn = new Map<string, Set<IdentityDecision>>()
  for (const decision of identity) {
    for (const { value } of decision.entities) {
      decisionsOn.set(value, (decisionsOn.get(value) ?? new Set()).add(decision))
    }
  }
  return (a, b) => {
    const ofB = decisionsOn.get(b)
    return ofB !== undefined && [...(decisionsOn.get(a) ?? [])].some((one) => ofB.has(one))
  }
}
