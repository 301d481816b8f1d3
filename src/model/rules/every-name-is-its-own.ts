import type { Entity } from '../entity.ts'
import { groupBy } from '../group-by.ts'
import { NameFinding } from '../name-finding.ts'
import type { Meeting } from '../name-index.ts'
import type { Ontology } from '../ontology.ts'
import type { MeetingRule } from '../rule.ts'

/**
 * Two named entities of related types do not share a name, nor do their names differ by spelling alone, unless
 * identity.yaml has decided on them. Entities whose names the sources withhold are never compared. A name is reported
 * once, with those that have it: of a common one there are as many findings as entities, not as pairs of them.
 */
export const everyNameIsItsOwn: MeetingRule = (meetings, ontology, isDecided, report) => {
  const open = meetings.filter(
    ({ a: { entity: a }, b: { entity: b } }) =>
      !isDecided(a.id.value, b.id.value) && isRelated(a, b, ontology),
  )
  for (const [first, ...others] of groupBy(open, reportedName).values()) {
    if (first === undefined) continue
    const namesakes = [first, ...others].map(({ a }) => a)
    report(new NameFinding(first.b, namesakes, first.isSame))
  }
}

function reportedName({ b, isSame }: Meeting): string {
  return `${isSame} ${b.at}`
}

/** Whether two entities could be one: their types have an ancestor in common. */
function isRelated(a: Entity, b: Entity, { entityTypes }: Ontology): boolean {
  const rootOf = ({ type }: Entity) => entityTypes.get(type.value)?.types.at(-1)
  return rootOf(a) === rootOf(b)
}
