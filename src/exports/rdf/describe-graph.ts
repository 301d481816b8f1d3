import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { describeEntity } from './describe-entity.ts'
import { describeEvents } from './describe-events.ts'
import { describeIdentity } from './describe-identity.ts'
import { describeOntology } from './describe-ontology.ts'
import { describeSources } from './describe-sources.ts'
import { describeVocabulary } from './describe-vocabulary.ts'
import { type Description, named, type Property, property, text } from './term.ts'

/**
 * All that a graph says, resource by resource, for every format of RDF. With graphs, the triple of each claim stands
 * in a graph that bears the claim's name; without, beside the rest about its subject.
 */
export function* describeGraph(
  graph: KnowledgeGraph,
  base: string,
  withGraphs: boolean,
): Generator<Description> {
  const subject = { kind: 'iri', iri: base } as const
  yield { subject, properties: describeBase(graph), key: base }
  yield* describeVocabulary()
  yield* describeOntology(graph)
  yield* describeSources(graph)
  yield* describeIdentity(graph, withGraphs)
  yield* describeEvents(graph)
  for (const node of graph.nodes()) yield* describeEntity(graph, node, withGraphs)
}

function describeBase(graph: KnowledgeGraph): Property[] {
  const generator = [
    ...property('rdf:type', named('prov:SoftwareAgent')),
    ...property('rdfs:label', text(graph.getAttribute('generator'))),
  ]
  return [
    ...property('rdf:type', named('dossier:KnowledgeBase')),
    ...property('dcterms:title', text(graph.getAttribute('name'))),
    ...property('prov:wasAttributedTo', { kind: 'unnamed', properties: generator }),
  ]
}
