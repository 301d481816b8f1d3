import type { OntologyAttributes } from '../../graph/knowledge-graph.ts'
import { baseDescription } from '../../model/stix-words.ts'
import type { StixContext } from './stix-context.ts'
import { extended } from './stix-extension.ts'
import { type StixObject, some } from './stix-json.ts'

/** Who says all this: the base with its ontology, and with the `unreported` sources, which no report can be about. */
export function stixBase({ graph, ids, common }: StixContext, unreported: readonly string[]) {
  const { name, generator, ontology, sources } = graph.getAttributes()
  return {
    ...common(ids.producer),
    name,
    description: `${baseDescription}${generator}.`,
    ...extended({
      generator,
      ...ontologyProperties(ontology),
      sources: some(unreported.map((id) => ({ id, ...sources[id] }))),
    }),
  }
}

/** In lists, because STIX allows few characters in a key. */
function ontologyProperties({ entities, relations }: OntologyAttributes): StixObject {
  return {
    types: some(
      Object.entries(entities).map(([id, { types, ...told }]) => ({
        id,
        types: some(types),
        ...told,
      })),
    ),
    relations: some(
      Object.entries(relations).map(([id, { inverseLabel, saysInverse, from, to, ...told }]) => ({
        ...{ id, ...told, from: some(from), to: some(to) },
        ...{ inverse_label: inverseLabel, says_inverse: saysInverse },
      })),
    ),
  }
}
