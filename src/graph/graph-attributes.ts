import type { Base } from '../model/base.ts'
import type { Ontology } from '../model/ontology.ts'
import type { Source } from '../model/source.ts'
import { addPlace, citationAttributes, type Locate } from './claim-attributes.ts'
import { countsOf } from './counts-of.ts'
import { generator } from './generator.ts'
import type {
  GraphAttributes,
  KnowledgeGraph,
  OntologyAttributes,
  SourceAttributes,
} from './knowledge-graph.ts'

/** What holds for the graph as a whole: its name, ontology, sources, identity decisions and counts. */
export function graphAttributes(
  base: Base,
  graph: KnowledgeGraph,
  locate: Locate,
): GraphAttributes {
  return {
    name: base.ontology.name,
    ontology: ontologyAttributes(base.ontology),
    sources: Object.fromEntries(
      [...base.sources].map(([id, source]) => [id, sourceAttributes(source, locate)]),
    ),
    identity: base.identity.map(({ verdict, entities, reason, citations }) => ({
      verdict,
      entities: entities.map(({ value }) => value).filter((id) => graph.hasNode(id)),
      reason,
      citations: citationAttributes(citations),
    })),
    generator,
    counts: countsOf(graph),
  }
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
