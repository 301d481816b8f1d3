import type { EntityType, Ontology } from './ontology.ts'
import { type Suggest, suggester } from './suggester.ts'

/** What a curator meant by a name that the ontology lacks: made once for a base, so that all its files share a budget. */
export interface OntologySuggester {
  readonly relation: Suggest
  readonly attributeOf: (type: EntityType) => Suggest
}

export function ontologySuggester({ relationTypes, inverses }: Ontology): OntologySuggester {
  const attributes = new Map<EntityType, Suggest>()
  return {
    relation: suggester(new Map<string, unknown>([...relationTypes, ...inverses])),
    attributeOf: (type) => {
      const known = attributes.get(type) ?? suggester(type.attributes)
      attributes.set(type, known)
      return known
    },
  }
}
