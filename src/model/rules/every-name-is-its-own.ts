import { aliasCollision, possibleDuplicate } from '../../diagnostics/problems/names.ts'
import type { Base } from '../base.ts'
import type { Entity, IdentityDecision } from '../entity.ts'
import { groupBy } from '../group-by.ts'
import type { Meeting } from '../name-index.ts'
import type { BaseRule } from '../rule.ts'

/**
 * Two named entities of related types do not share a name, nor do their names differ by spelling alone, unless
 * identity.yaml has decided on them. Entities whose names the sources withhold are never compared. A name is reported
 * once, with all that have it: of a common one there are as many findings as entities, not as pairs of them.
 */
export const everyNameIsItsOwn: BaseRule = (base, report) => {
  if (base.meetings.length === 0) return
  const isDecided = decisions(base)
  const open = base.meetings.filter(
    ({ a, b }) =>
      !isDecided(a.entity.id.value, b.entity.id.value) && isRelated(a.entity, b.entity, base),
  )
  for (const [first, ...others] of groupBy(open, reportedName).values()) {
    if (first === undefined) continue
    const { b, isSame } = first
    const namesakes = [first, ...others].map(({ a: { entity, name } }) => {
      return { id: entity.id.value, name: name.value, span: name.span }
    })
    report((isSame ? aliasCollision : possibleDuplicate)(b.entity.id.value, b.name, namesakes))
  }
}

function reportedName({ b, isSame }: Meeting): string {
  const { file, start } = b.name.span
  return `${isSame} ${start} ${file}`
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
