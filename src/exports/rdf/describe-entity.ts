import type { KnowledgeGraph, NodeAttributes } from '../../graph/knowledge-graph.ts'
import { compareText } from '../../text/compare-text.ts'
import { describeClaim, describePlace } from './describe-claim.ts'
import { describeDates } from './describe-evidence.ts'
import { attributeClaim, isStated, ownDate, type RdfClaim, relationClaim } from './rdf-claim.ts'
import {
  type Description,
  type Name,
  named,
  nameOf,
  optional,
  type Property,
  property,
  type Term,
  text,
} from './term.ts'
import { integerTerm, valueTerm } from './value-term.ts'

/** An entity, and then every claim that is made of it. */
export function* describeEntity(
  graph: KnowledgeGraph,
  node: string,
  withGraphs: boolean,
): Generator<Description> {
  const attributes = graph.getNodeAttributes(node)
  const claims = [...attributeClaims(node, attributes), ...relationClaims(graph, node)]
  yield {
    subject: named(nameOf('entity', node)),
    properties: [...describeNode(attributes), ...(withGraphs ? [] : statedBy(claims))],
    key: node,
  }
  for (const claim of claims) yield* describeClaim(claim, withGraphs)
}

function describeNode(attributes: NodeAttributes): Property[] {
  const { type, label, aliases, summary, unnamed, count } = attributes
  return [
    ...property('rdf:type', named(nameOf('type', type))),
    ...property('rdfs:label', text(label)),
    ...property('skos:altLabel', ...[...new Set(aliases)].map(text)),
    ...optional('dcterms:description', summary, text),
    ...property('dossier:unnamed', unnamed ? valueTerm(true) : undefined),
    ...optional('dossier:count', count, integerTerm),
    ...describeOwnDate(attributes),
    ...describePlace(attributes),
  ]
}

/** The date itself is stated by its claim, where there is one, and its bounds are told where the date is. */
function describeOwnDate({ when, start, end, attributes }: NodeAttributes): Property[] {
  const claims = attributes[ownDate] ?? []
  if (claims.length === 0) return describeDates({ when, start, end })
  return claims.some(({ confidence }) => isStated(confidence)) ? describeDates({ start, end }) : []
}

function attributeClaims(node: string, { attributes }: NodeAttributes): RdfClaim[] {
  return Object.entries(attributes).flatMap(([name, claims]) =>
    claims.map((claim, index) => attributeClaim(node, name, claim, index)),
  )
}

function relationClaims(graph: KnowledgeGraph, node: string): RdfClaim[] {
  const claims: RdfClaim[] = []
  graph.forEachOutEdge(node, (key, attributes, source, target) => {
    claims.push(relationClaim(key, attributes, source, target))
  })
  return claims.sort((a, b) => compareText(a.key, b.key))
}

/** The triples of the claims, each once, under their predicates. */
function statedBy(claims: readonly RdfClaim[]): Property[] {
  const stated = new Map<Name, Map<string, Term>>()
  for (const { predicate, object, evidence } of claims) {
    if (!isStated(evidence.confidence)) continue
    const objects = stated.get(predicate) ?? new Map<string, Term>()
    stated.set(predicate, objects.set(JSON.stringify(object), object))
  }
  return [...stated].map(([predicate, objects]) => ({ predicate, objects: [...objects.values()] }))
}
