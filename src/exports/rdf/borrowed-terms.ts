import type { Range } from './vocabulary.ts'

interface BorrowedTerm {
  /** What Dossier says with it, as a clause or sentence. */
  readonly says: string
  readonly range?: Range
}

/** Tells the type checker all names, so that no other can be written. */
const borrowed = {
  'rdf:type': { range: 'resource', says: 'The type of an entity, and of every other resource.' },
  'rdf:subject': { range: 'resource', says: 'The entity that a claim or a rival is about.' },
  'rdf:predicate': { range: 'resource', says: 'The relation or attribute.' },
  'rdf:object': { says: 'The other entity, or the value.' },
  'rdf:value': { range: 'xsd:string', says: 'The locator of a fragment, such as p4.' },
  'rdf:Statement': { says: 'What claims and rivals are, too.' },
  'rdf:Property': { says: 'An attribute of the ontology.' },
  'rdfs:label': { range: 'xsd:string', says: 'The name of an entity, a type or a relation.' },
  'rdfs:comment': { range: 'xsd:string', says: 'What a term of the vocabulary means.' },
  'rdfs:subClassOf': { range: 'resource', says: 'The parent of a type.' },
  'rdfs:domain': {
    range: 'resource',
    says: 'The type of the subjects of a relation, if it is one.',
  },
  'rdfs:range': { range: 'resource', says: 'The type of the objects of a relation, if it is one.' },
  'owl:Class': { says: 'A type of entities.' },
  'owl:ObjectProperty': { says: 'A relation.' },
  'owl:DatatypeProperty': { says: 'A property of the vocabulary whose values are literals.' },
  'owl:SymmetricProperty': {
    says: 'A relation without direction. Each claim states one triple; the other follows.',
  },
  'owl:Ontology': { says: 'The vocabulary.' },
  'owl:inverseOf': {
    range: 'resource',
    says: 'Leads from a relation to its inverse, whose triples follow and are not written.',
  },
  'owl:sameAs': { range: 'resource', says: 'The curators decided that two entities are one.' },
  'owl:differentFrom': {
    range: 'resource',
    says: 'The curators decided that two entities are not one.',
  },
  'skos:altLabel': { range: 'xsd:string', says: 'Another name of an entity.' },
  'skos:note': {
    range: 'xsd:string',
    says: 'What else a reader of a claim or source should know.',
  },
  'dcterms:title': { range: 'xsd:string', says: 'The title of a source; the name of the base.' },
  'dcterms:description': { range: 'xsd:string', says: 'The summary of an entity.' },
  'dcterms:creator': { range: 'xsd:string', says: 'The author of a source.' },
  'dcterms:publisher': { range: 'xsd:string', says: 'The publisher of a source.' },
  'dcterms:language': { range: 'xsd:string', says: 'The language of a source.' },
  'dcterms:issued': { range: 'edtf:EDTF', says: 'When a source was published.' },
  'dcterms:conformsTo': { range: 'resource', says: 'How the locator of a fragment is written.' },
  'prov:Entity': { says: 'What has provenance: claims, rivals, sources, decisions.' },
  'prov:SoftwareAgent': { says: 'The program that made the file, by its rdfs:label.' },
  'prov:hadPrimarySource': { range: 'resource', says: 'A source that states what is claimed.' },
  'prov:wasDerivedFrom': {
    range: 'resource',
    says: 'A source from which the curator concluded what is claimed, or on which a decision rests.',
  },
  'prov:wasAttributedTo': {
    range: 'resource',
    says: 'Who says so: the entity that the source quotes. Without it the source itself speaks.',
  },
  'oa:SpecificResource': { says: 'A citation.' },
  'oa:FragmentSelector': { says: 'Selects a place in a source by its locator.' },
  'oa:TextQuoteSelector': { says: 'Selects a place in a source by the words that stand there.' },
  'oa:hasSource': { range: 'resource', says: 'The source that is cited.' },
  'oa:hasSelector': { range: 'resource', says: 'The place in the source; without it, all of it.' },
  'oa:refinedBy': { range: 'resource', says: 'The words within the place.' },
  'oa:exact': { range: 'xsd:string', says: 'The words that are quoted.' },
} as const satisfies Record<string, BorrowedTerm>

export type BorrowedName = keyof typeof borrowed

/** What the files say in the words of others, whose meaning is theirs. */
export const borrowedTerms: Readonly<Record<BorrowedName, BorrowedTerm>> = borrowed
