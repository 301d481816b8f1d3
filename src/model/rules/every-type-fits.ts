import { abstractType, undatedType } from '../../diagnostics/problems/meaning.ts'
import { unknownType } from '../../diagnostics/problems/names.ts'
import type { EntityType, Ontology } from '../ontology.ts'
import type { Rule } from '../rule.ts'
import { suggester } from '../suggester.ts'

/** An entity has a type that the ontology declares and that may have entities; only dated ones have a date. */
export const everyTypeFits: Rule = ({ entities, ontology }, report) => {
  // Where no ontology could be read, that is the problem, and not each type.
  if (ontology.entityTypes.size === 0) return
  const names = [...ontology.entityTypes.keys()]
  const suggest = suggester(ontology.entityTypes)
  for (const { type, when } of entities.values()) {
    const known = ontology.entityTypes.get(type.value)
    if (known === undefined) report(unknownType(type, names, suggest(type.value)))
    else if (known.abstract) report(abstractType(type, concreteBelow(known, ontology)))
    else if (when && !known.dated) report(undatedType(when.span, type.value))
  }
}

function concreteBelow({ id }: EntityType, { entityTypes }: Ontology): string[] {
  return [...entityTypes.values()]
    .filter(({ abstract, types }) => !abstract && types.includes(id))
    .map((type) => type.id)
}
