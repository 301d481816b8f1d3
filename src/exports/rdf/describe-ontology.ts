import type {
  EntityTypeAttributes,
  KnowledgeGraph,
  RelationTypeAttributes,
} from '../../graph/knowledge-graph.ts'
import { compareText } from '../../text/compare-text.ts'
import { ownDate } from './rdf-claim.ts'
import { type Description, named, nameOf, optional, type Property, property, text } from './term.ts'
import { valueTerm } from './value-term.ts'

/** The types of entities, the relations with their inverses, and the attributes that any entity has. */
export function* describeOntology(graph: KnowledgeGraph): Generator<Description> {
  const { entities, relations } = graph.getAttribute('ontology')
  for (const [id, type] of Object.entries(entities)) {
    yield { subject: named(nameOf('type', id)), properties: describeType(type), key: id }
  }
  for (const [id, relation] of Object.entries(relations)) {
    const subject = named(nameOf('relation', id))
    yield { subject, properties: describeRelation(relation), key: id }
    if (relation.inverse !== undefined) yield describeInverse(relation.inverse, relation)
  }
  for (const id of attributeNames(graph)) {
    const properties = property('rdf:type', named('rdf:Property'))
    yield { subject: named(nameOf('attribute', id)), properties, key: id }
  }
}

function describeType(type: EntityTypeAttributes): Property[] {
  const [, parent] = type.types
  return [
    ...property('rdf:type', named('owl:Class')),
    ...property('rdfs:label', text(type.label)),
    ...property(
      'rdfs:subClassOf',
      named(parent === undefined ? 'dossier:Entity' : nameOf('type', parent)),
    ),
    ...property('dossier:abstract', valueTerm(type.abstract)),
    ...property('dossier:dated', valueTerm(type.dated)),
    ...property('dossier:transit', valueTerm(type.transit)),
    ...property('dossier:colour', text(type.colour)),
    ...describeCounterparts(type),
  ]
}

/** Several types would be one class for RDF Schema, to which a subject belongs all at once: only one is told so. */
function describeRelation(relation: RelationTypeAttributes): Property[] {
  const from = relation.from.map((id) => named(nameOf('type', id)))
  const to = relation.to.map((id) => named(nameOf('type', id)))
  const { inverse } = relation
  return [
    ...property(
      'rdf:type',
      named('owl:ObjectProperty'),
      relation.symmetric ? named('owl:SymmetricProperty') : undefined,
    ),
    ...property('rdfs:label', text(relation.label)),
    ...property('dossier:inverseLabel', text(relation.inverseLabel)),
    ...optional('owl:inverseOf', inverse, (id) => named(nameOf('relation', id))),
    ...property('dossier:kind', text(relation.kind)),
    ...property('dossier:from', ...from),
    ...property('dossier:to', ...to),
    ...property('rdfs:domain', ...(from.length === 1 ? from : [])),
    ...property('rdfs:range', ...(to.length === 1 ? to : [])),
    ...property('dossier:says', text(relation.says)),
    ...property('dossier:saysInverse', text(relation.saysInverse)),
    ...describeCounterparts(relation),
  ]
}

/** What it is called in other formats. */
function describeCounterparts({ stix, ftm }: EntityTypeAttributes | RelationTypeAttributes) {
  return [...optional('dossier:stix', stix, text), ...optional('dossier:ftm', ftm, text)]
}

function describeInverse(id: string, { inverseLabel }: RelationTypeAttributes): Description {
  const properties = [
    ...property('rdf:type', named('owl:ObjectProperty')),
    ...property('rdfs:label', text(inverseLabel)),
  ]
  return { subject: named(nameOf('relation', id)), properties, key: id }
}

function attributeNames(graph: KnowledgeGraph): string[] {
  const names = new Set<string>()
  graph.forEachNode((_, { attributes }) => {
    for (const name of Object.keys(attributes)) if (name !== ownDate) names.add(name)
  })
  return [...names].sort(compareText)
}
