import type { ExportFormat } from '../export-format.ts'
import { gexfLosses } from './gexf-losses.ts'
import { writeGexf } from './write-gexf.ts'

export const gexf = {
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  description: 'The graph with its time and its look, for Gephi and the libraries that read GEXF.',
  hasPositions: true,
  options: {
    lossless: 'Keep parallel stints apart, each under a kind of its own such as leads#2.',
    static: 'Leave time out of the structure, which takes a third of the memory in Gephi.',
  },
  cannotHold: [
    'Stints of the same pair and relation become one edge, since Gephi merges them; with lossless they stay apart.',
    'Rival readings, and the evidence of attribute values, become text.',
    'An open end and an unknown end look the same, except in the text of the date.',
    'The ontology, what is known of the sources, and decisions on identity stay behind.',
    'Control characters and broken Unicode become U+FFFD, since XML has no place for them.',
  ],
  write: writeGexf,
  losses: gexfLosses,
} as const satisfies ExportFormat
