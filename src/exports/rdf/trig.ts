import type { ExportFormat } from '../export-format.ts'
import { rdfFormat } from './rdf-format.ts'
import { writeTrig } from './write-turtle.ts'

export const trig = {
  extension: 'trig',
  mediaType: 'application/trig',
  description: 'The same triples, those that a claim states in a graph that bears its name.',
  ...rdfFormat,
  write: writeTrig,
} as const satisfies ExportFormat
