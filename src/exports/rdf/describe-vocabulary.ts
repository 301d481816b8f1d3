import { type Description, type Name, named, property, type Term, text } from './term.ts'
import { integerTerm } from './value-term.ts'
import { type VocabularyTerm, vocabulary, vocabularyIri } from './vocabulary.ts'

/** The meaning of every term of Dossier's own: its IRI leads nowhere, so the file brings it along. */
export function* describeVocabulary(): Generator<Description> {
  yield {
    subject: { kind: 'iri', iri: vocabularyIri },
    properties: [
      ...property('rdf:type', named('owl:Ontology')),
      ...property('dcterms:title', text('The vocabulary of Dossier')),
    ],
    key: vocabularyIri,
  }
  for (const [id, term] of Object.entries(vocabulary)) {
    const properties = [
      ...property('rdf:type', named(typeOf(term))),
      ...property('rdfs:comment', text(term.says)),
      ...property('rdfs:subClassOf', ...(term.under ?? []).map((name) => named(name as Name))),
      ...property('rdfs:range', rangeOf(term)),
      ...property('dossier:rank', term.rank === undefined ? undefined : integerTerm(term.rank)),
    ]
    yield { subject: named(`dossier:${id}` as Name), properties, key: id }
  }
}

function typeOf({ is, range }: VocabularyTerm): Name {
  if (is === 'class') return 'owl:Class'
  if (is !== 'property') return `dossier:${is}`
  if (range === undefined) return 'rdf:Property'
  return range === 'resource' ? 'owl:ObjectProperty' : 'owl:DatatypeProperty'
}

function rangeOf({ range }: VocabularyTerm): Term | undefined {
  return range === undefined || range === 'resource' ? undefined : named(range)
}
