import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { mendHalves } from '../../text/half-characters.ts'
import type { ExportOptions } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { baseOf } from './base-iri.ts'
import { borrowedTerms } from './borrowed-terms.ts'
import { describeGraph } from './describe-graph.ts'
import { namespaces } from './namespaces.ts'
import { type Description, nameOf, type Property, type Term } from './term.ts'
import { type Range, vocabulary } from './vocabulary.ts'

/** JSON-LD 1.1 with a context of its own: the triples of the Turtle file, one resource a line. */
export function writeJsonLd(graph: KnowledgeGraph, options: ExportOptions = {}): Iterable<string> {
  return inChunks(pieces(graph, baseOf(graph, options)))
}

function* pieces(graph: KnowledgeGraph, base: string): Generator<string> {
  const ranges = rangesOf(graph)
  yield `{\n"@context":${JSON.stringify(context(base, ranges), null, 1)},\n"@graph":[`
  let separator = '\n'
  for (const description of describeGraph(graph, base, false)) {
    yield separator + nodeObject(description, ranges)
    separator = ',\n'
  }
  yield '\n]\n}\n'
}

/** Of predicates whose values are all alike, what they are: the values are then plain strings. */
type Ranges = ReadonlyMap<string, Range>

function rangesOf(graph: KnowledgeGraph): Ranges {
  const ranges = new Map<string, Range>()
  const add = (name: string, range: Range | undefined) => {
    const isEvident = range === undefined || /^xsd:(string|integer|boolean)$/.test(range)
    if (!isEvident && name !== 'rdf:type') ranges.set(name, range)
  }
  for (const [name, { range }] of Object.entries(borrowedTerms)) add(name, range)
  for (const [name, { range }] of Object.entries(vocabulary)) add(`dossier:${name}`, range)
  for (const id of Object.keys(graph.getAttribute('ontology').relations)) {
    add(nameOf('relation', id), 'resource')
  }
  return ranges
}

function context(base: string, ranges: Ranges): Record<string, unknown> {
  const typed = [...ranges].map(([name, range]) => [
    name,
    { '@type': range === 'resource' ? '@id' : range },
  ])
  return { '@version': 1.1, ...namespaces(base), ...Object.fromEntries(typed) }
}

// Names and IRIs hold nothing that JSON escapes, and putting strings together costs less than making objects first.

function nodeObject({ subject, properties }: Description, ranges: Ranges): string {
  const id = subject.kind === 'name' ? subject.name : subject.iri
  return `{"@id":"${id}",${members(properties, ranges)}}`
}

function members(properties: readonly Property[], ranges: Ranges): string {
  return properties.map((property) => member(property, ranges)).join(',')
}

function member({ predicate, objects }: Property, ranges: Ranges): string {
  const isType = predicate === 'rdf:type'
  const range = isType ? 'resource' : ranges.get(predicate)
  const values = objects.map((term) => value(term, range, ranges)).join(',')
  return `"${isType ? '@type' : predicate}":${objects.length === 1 ? values : `[${values}]`}`
}

function value(term: Term, range: Range | undefined, ranges: Ranges): string {
  switch (term.kind) {
    case 'name':
      return range === 'resource' ? `"${term.name}"` : `{"@id":"${term.name}"}`
    case 'iri':
      return range === 'resource' ? `"${term.iri}"` : `{"@id":"${term.iri}"}`
    case 'literal':
      return literalValue(term, range)
    case 'unnamed':
      return `{${members(term.properties, ranges)}}`
    default:
      return term satisfies never
  }
}

function literalValue(
  { text, datatype }: Extract<Term, { kind: 'literal' }>,
  range: Range | undefined,
): string {
  if (datatype === 'xsd:boolean') return text
  // Readers round what JSON can write and a double cannot hold.
  if (datatype === 'xsd:integer' && Number.isSafeInteger(Number(text))) return text
  const lexical = JSON.stringify(mendHalves(text))
  if (datatype === range || (datatype === undefined && range === undefined)) return lexical
  return `{"@value":${lexical}${datatype === undefined ? '' : `,"@type":"${datatype}"`}}`
}
