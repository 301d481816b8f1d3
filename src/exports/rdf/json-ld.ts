import type { ExportFormat } from '../export-format.ts'
import { rdfFormat } from './rdf-format.ts'
import { writeJsonLd } from './write-json-ld.ts'

export const jsonld = {
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  description: 'The triples of the Turtle file as JSON that carries its own context.',
  ...rdfFormat,
  write: writeJsonLd,
} as const satisfies ExportFormat
