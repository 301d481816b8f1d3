import jsonld from 'jsonld'
import { Parser, type Quad, type Term } from 'n3'
import type { ExportOptions } from '../../../src/exports/export-format.ts'
import { formats } from '../../../src/exports/formats.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'

export type RdfFormat = 'turtle' | 'trig' | 'jsonld'

export function written(
  format: RdfFormat,
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): string {
  return [...formats[format].write(graph, options)].join('')
}

/** What a library makes of a file. */
export async function read(format: RdfFormat, text: string): Promise<Quad[]> {
  if (format !== 'jsonld') return new Parser({ format: formats[format].mediaType }).parse(text)
  const quads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', safe: true })
  return new Parser({ format: 'application/n-quads' }).parse(quads)
}

/** The same text for what is the same but for the names of blank nodes; without graphs, all is in one. */
export async function canonical(quads: readonly Quad[], withGraphs: boolean): Promise<string> {
  const format = 'application/n-quads'
  const lines = quads.map(({ subject, predicate, object, graph }) =>
    [subject, predicate, object, ...(withGraphs ? [graph] : []), '.\n'].map(nQuad).join(' '),
  )
  return jsonld.canonize(lines.join(''), {
    algorithm: 'RDFC-1.0',
    inputFormat: format,
    format,
  })
}

function nQuad(term: Term | string): string {
  if (typeof term === 'string') return term
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'DefaultGraph':
      return ''
    default:
      return `${JSON.stringify(term.value)}^^<${term.datatype?.value}>`
  }
}
