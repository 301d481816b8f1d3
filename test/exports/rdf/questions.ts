import type { EdgeAttributes, KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'

/** A question that a user of the shipped data would ask an RDF store, and how the graph answers it. */
export interface Question {
  readonly asks: string
  readonly sparql: string
  /** Rows of local names and values, ` | ` between them; what is unknown is empty. */
  readonly answer: (graph: KnowledgeGraph) => readonly string[]
  /** The format that it needs, where it asks for named graphs. */
  readonly format?: 'trig'
}

export const prefixes = `PREFIX entity: <urn:dossier:the-imu-in-northern-afghanistan:entity/>
PREFIX type: <urn:dossier:the-imu-in-northern-afghanistan:type/>
PREFIX relation: <urn:dossier:the-imu-in-northern-afghanistan:relation/>
PREFIX source: <urn:dossier:the-imu-in-northern-afghanistan:source/>
PREFIX dossier: <urn:dossier:vocabulary#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
`

export const questions: readonly Question[] = [
  {
    asks: 'Who led the IMU, when, and where does it say so?',
    sparql: `SELECT ?name ?when ?title ?place WHERE {
  ?claim rdf:subject/rdfs:label ?name ; rdf:predicate relation:leads ; rdf:object entity:imu ;
    dossier:citation ?citation .
  ?citation oa:hasSource/dcterms:title ?title .
  OPTIONAL { ?citation oa:hasSelector/rdf:value ?place }
  OPTIONAL { ?claim dossier:when ?when }
}`,
    answer: (graph) =>
      edges(graph).flatMap(({ source, target, relation, when, citations }) =>
        relation === 'leads' && target === 'imu'
          ? citations.map((citation) =>
              row(
                graph.getNodeAttribute(source, 'label'),
                when,
                graph.getAttribute('sources')[citation.source]?.title,
                citation.at,
              ),
            )
          : [],
      ),
  },
  {
    asks: 'Which groups are allies of the IMU? A symmetric relation is asked for in both directions.',
    sparql: 'SELECT ?ally WHERE { entity:imu relation:allied-with|^relation:allied-with ?ally }',
    answer: (graph) =>
      edges(graph).flatMap(({ source, target, relation }) => {
        if (relation !== 'allied-with') return []
        return source === 'imu' ? [target] : target === 'imu' ? [source] : []
      }),
  },
  {
    asks: 'Which groups are there, of whatever kind?',
    sparql: 'SELECT ?group WHERE { ?group a/rdfs:subClassOf* type:group }',
    answer: (graph) => graph.filterNodes((_, { types }) => types.includes('group')),
  },
  {
    asks: 'Which dated relations can have held in May 2011?',
    sparql: `SELECT ?subject ?relation ?object WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; dossier:when ?when .
  FILTER isIRI(?object)
  OPTIONAL { ?claim dossier:earliestStart ?start }
  OPTIONAL { ?claim dossier:latestEnd ?end }
  FILTER (!BOUND(?start) || ?start <= "2011-05-31"^^xsd:date)
  FILTER (!BOUND(?end) || ?end >= "2011-05-01"^^xsd:date)
}`,
    answer: (graph) =>
      edges(graph).flatMap(({ source, target, relation, when, start = '', end = '~' }) =>
        when !== undefined && start <= '2011-05-31' && end >= '2011-05-01'
          ? [row(source, relation, target)]
          : [],
      ),
  },
  {
    asks: 'What does ISAF say that the curators hold for less than certain, or conclude themselves?',
    sparql: `SELECT ?subject ?relation ?object ?confidence ?reason WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    prov:wasAttributedTo entity:isaf .
  FILTER isIRI(?object)
  OPTIONAL { ?claim dossier:confidence ?confidence . ?confidence dossier:rank ?rank }
  OPTIONAL { ?claim dossier:inferred ?reason }
  FILTER (?rank < 5 || BOUND(?reason))
}`,
    answer: (graph) =>
      edges(graph).flatMap(({ source, target, relation, saidBy, confidence, inferred }) =>
        saidBy.includes('isaf') &&
        ((confidence ?? 'confirmed') !== 'confirmed' || inferred !== undefined)
          ? [row(source, relation, target, confidence, inferred)]
          : [],
      ),
  },
  {
    asks: 'Which entities may be one, and why is it open?',
    sparql: `SELECT ?a ?b ?reason WHERE {
  ?a dossier:perhapsSameAs ?b .
  ?decision dossier:verdict dossier:undecided ; dossier:about ?a, ?b ; dossier:reason ?reason .
}`,
    answer: (graph) =>
      graph
        .getAttribute('identity')
        .filter(({ verdict }) => verdict === 'undecided')
        .map(({ entities: [a, b], reason }) => row(a, b, reason)),
  },
  {
    asks: 'Which triples does paragraph 4 of the article vouch for?',
    format: 'trig',
    sparql: `SELECT ?subject ?predicate ?object WHERE {
  GRAPH ?claim { ?subject ?predicate ?object }
  ?claim dossier:citation [ oa:hasSource source:lwj-nusrat ; oa:hasSelector/rdf:value "p4" ] .
  FILTER isIRI(?object)
}`,
    answer: (graph) => [
      ...edges(graph).flatMap(({ source, target, relation, citations }) =>
        citations.some(isParagraphFour) ? [row(source, relation, target)] : [],
      ),
      ...graph.getAttribute('identity').flatMap(({ verdict, entities: [a, b], citations }) => {
        const ties = { same: 'sameAs', different: 'differentFrom', undecided: 'perhapsSameAs' }
        return citations.some(isParagraphFour) ? [row(a, ties[verdict], b)] : []
      }),
    ],
  },
]

function isParagraphFour({ source, at }: { source: string; at?: string }): boolean {
  return source === 'lwj-nusrat' && at === 'p4'
}

function edges(graph: KnowledgeGraph): (EdgeAttributes & { source: string; target: string })[] {
  return graph.mapEdges((_, attributes, source, target) => ({ ...attributes, source, target }))
}

export function row(...cells: readonly (string | undefined)[]): string {
  return cells.map((cell) => cell ?? '').join(' | ')
}

/** Rows as a set, in order. */
export function rows(answer: readonly string[]): string[] {
  return [...new Set(answer)].sort()
}
