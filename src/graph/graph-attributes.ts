import type { Base } from '../model/base.ts'
import type { Ontology } from '../model/ontology.ts'
import type { Source } from '../model/source.ts'
import { addPlace, citationAttributes, type Locate } from './claim-attributes.ts'
import { generator } from './generator.ts'
import type { GraphAttributes, OntologyAttributes, SourceAttributes } from './knowledge-graph.ts'

/**
 * Makes what holds for the graph as a whole: its name, ontology, sources, identity decisions and counts. What is made
 * of the same things as the last time stays the same object.
 */
export function attributesMaker(): (
  base: Base,
  hasNode: (id: string) => boolean,
  counts: GraphAttributes['counts'],
  locate: Locate,
) => GraphAttributes {
  const ontology = remembering(ontologyAttributes)
  const sources = remembering(sourcesAttributes)
  return (base, hasNode, counts, locate) => ({
    name: base.ontology.name,
    ontology: ontology(base.ontology),
    sources: sources(base.sources, locate),
    identity: base.identity.map(({ verdict, entities, reason, citations }) => ({
      verdict,
      entities: entities.map(({ value }) => value).filter(hasNode),
      reason,
      citations: citationAttributes(citations),
    })),
    generator,
    counts,
  })
}

function remembering<T, Rest extends unknown[], R>(
  make: (from: T, ...rest: Rest) => R,
): (from: T, ...rest: Rest) => R {
  let last: { readonly from: T; readonly made: R } | undefined
  return (from, ...rest) => {
    last = last?.from === from ? last : { from, made: make(from, ...rest) }
    return last.made
  }
}

function sourcesAttributes(
  sources: Base['sources'],
  locate: Locate,
): Record<string, SourceAttributes> {
  return Object.fromEntries(
    [...sources].map(([id, source]) => [id, sourceAttributes(source, locate)]),
  )
}

function ontologyAttributes({ entityTypes, relationTypes }: Ontology): OntologyAttributes {
  return {
    entities: Object.fromEntries(
      [...entityTypes].map(([id, { label, types, abstract, dated, transit, colour, ...other }]) => [
        id,
        { label, types: [...types], abstract, dated, transit, colour, ...wordsElsewhere(other) },
      ]),
    ),
    relations: Object.fromEntries(
      [...relationTypes].map(([id, { label, inverseLabel, inverse, symmetric, kind, ...rest }]) => [
        id,
        {
          label,
          inverseLabel,
          ...(inverse !== undefined && { inverse }),
          symmetric,
          kind,
          from: [...rest.from],
          to: [...rest.to],
          says: rest.says,
          saysInverse: rest.saysInverse,
          ...wordsElsewhere(rest),
        },
      ]),
    ),
  }
}

/** What a type is called in the vocabularies of other programs. */
function wordsElsewhere<Stix, Ftm>({ stix, ftm }: { stix: Stix; ftm: Ftm }) {
  return { ...(stix !== undefined && { stix }), ...(ftm !== undefined && { ftm }) }
}

function sourceAttributes(source: Source, locate: Locate): SourceAttributes {
  const { id, title, places, ...told } = source
  const { paragraphs, pages } = places
  const known = Object.entries({ ...told, paragraphs, pages }).filter(
    ([, value]) => value !== undefined,
  )
  return addPlace({ title, ...Object.fromEntries(known) }, id.span, locate)
}
