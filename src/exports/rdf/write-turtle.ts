import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { mendHalves } from '../../text/half-characters.ts'
import type { ExportOptions } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { baseOf } from './base-iri.ts'
import { describeGraph } from './describe-graph.ts'
import { namespaces } from './namespaces.ts'
import type { Description, Property, Term } from './term.ts'
import type { Datatype } from './vocabulary.ts'

/** RDF 1.1 Turtle: one graph, each triple once. */
export function writeTurtle(graph: KnowledgeGraph, options: ExportOptions = {}): Iterable<string> {
  return inChunks(pieces(graph, baseOf(graph, options), false))
}

/** RDF 1.1 TriG: the same triples, those that claims state in a graph each. */
export function writeTrig(graph: KnowledgeGraph, options: ExportOptions = {}): Iterable<string> {
  return inChunks(pieces(graph, baseOf(graph, options), true))
}

function* pieces(graph: KnowledgeGraph, base: string, withGraphs: boolean): Generator<string> {
  for (const [prefix, iri] of Object.entries(namespaces(base))) {
    yield `@prefix ${prefix}: <${iri}> .\n`
  }
  for (const description of describeGraph(graph, base, withGraphs)) yield block(description)
}

function block({ subject, properties, graph }: Description): string {
  const lines = properties.map(propertyText).join(' ;\n  ')
  const triples = `${termText(subject)} ${lines} .`
  return graph === undefined ? `\n${triples}\n` : `\n${graph} { ${triples} }\n`
}

function propertyText({ predicate, objects }: Property): string {
  const verb = predicate === 'rdf:type' ? 'a' : predicate
  const separator = objects[0]?.kind === 'unnamed' ? ',\n    ' : ', '
  return `${verb} ${objects.map(termText).join(separator)}`
}

function termText(term: Term): string {
  switch (term.kind) {
    case 'name':
      return term.name
    case 'iri':
      return `<${term.iri}>`
    case 'literal':
      return literalText(term)
    case 'unnamed':
      return `[ ${term.properties.map(propertyText).join(' ; ')} ]`
    default:
      return term satisfies never
  }
}

/** What Turtle reads as a literal of these types without being told. */
const evident: ReadonlySet<string | undefined> = new Set([
  'xsd:integer',
  'xsd:decimal',
  'xsd:boolean',
] satisfies Datatype[])

function literalText({ text, datatype }: Extract<Term, { kind: 'literal' }>): string {
  if (evident.has(datatype)) return text
  // All that JSON escapes in a string Turtle escapes in the same way.
  const quoted = JSON.stringify(mendHalves(text))
  return datatype === undefined ? quoted : `${quoted}^^${datatype}`
}
