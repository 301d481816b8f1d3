import { abstractType, undatedType } from '../../diagnostics/problems/meaning.ts'
import { unknownType } from '../../diagnostics/problems/names.ts'
import type { EntityType, Ontology } from '../ontology.ts'
import type { EntityRule } from '../rule.ts'

/** An entity has a type that the ontology declares and that may have entities; only dated ones have a date. */
export const everyTypeFits: EntityRule = ({ type, when }, { ontology, suggest }, report) => {
  const { entityTypes } = ontology
  // Where no ontology could be read, that is the problem, and not each type.
  if (entityTypes.size === 0) return
  const known = entityTypes.get(type.value)
  if (known === undefined)
    report(unknownType(type, [...entityTypes.keys()], suggest.entityType(type.value)))
  else if (known.abstract) report(abstractType(type, concreteBelow(known, ontology)))
  else if (when && !known.dated) report(undatedType(when.span, type.value))
}

function concreteBelow({ id }: EntityType, { entityTypes }: Ontology): string[] {
  return [...entityTypes.values()]
    .filter(({ abstract, types }) => !abstract && types.includes(id))
    .map((type) => type.id)
}
