import type { EntityType, Ontology } from './ontology.ts'
import { type Suggest, suggestFrom } from './suggest-from.ts'

/** What the curators' words can be, and what those that are none were meant to be. */
export interface Vocabulary {
  readonly ontology: Ontology
  readonly suggest: {
    readonly entityType: Suggest
    readonly relation: Suggest
    readonly attributeOf: (type: EntityType) => Suggest
  }
}

export function vocabularyOf(ontology: Ontology): Vocabulary {
  const { entityTypes, relationTypes, inverses } = ontology
  const attributes = new Map<EntityType, Suggest>()
  return {
    ontology,
    suggest: {
      entityType: suggestFrom([...entityTypes.keys()]),
      relation: suggestFrom([...relationTypes.keys(), ...inverses.keys()]),
      attributeOf: (type) => {
        const known = attributes.get(type) ?? suggestFrom([...type.attributes.keys()])
        attributes.set(type, known)
        return known
      },
    },
  }
}
