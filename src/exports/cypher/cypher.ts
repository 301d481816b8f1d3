import type { ExportFormat } from '../export-format.ts'
import { cypherLosses } from './cypher-losses.ts'
import { writeCypher } from './write-cypher.ts'

export const cypher = {
  extension: 'cypher',
  mediaType: 'application/x-cypher-query',
  description:
    'A script that makes the graph in Neo4j 5, for cypher-shell; running it again changes nothing.',
  hasPositions: true,
  options: {},
  cannotHold: [
    'The ontology stays behind, but for the labels of nodes and the types of relationships.',
    'All evidence of attribute values, and rival readings, are JSON text, since properties hold no maps.',
    'Halves of characters become U+FFFD, since no file can hold them.',
  ],
  write: writeCypher,
  losses: cypherLosses,
} as const satisfies ExportFormat
