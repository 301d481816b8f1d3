import type { ExportFormat } from '../export-format.ts'
import { rdfFormat } from './rdf-format.ts'
import { writeTurtle } from './write-turtle.ts'

export const turtle = {
  extension: 'ttl',
  mediaType: 'text/turtle',
  description:
    'Triples for RDF stores and SPARQL, with every claim and its evidence as a resource.',
  ...rdfFormat,
  write: writeTurtle,
} as const satisfies ExportFormat
