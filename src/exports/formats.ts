import type { ExportFormat } from './export-format.ts'
import { writeGexf } from './gexf.ts'
import { gexfLosses } from './gexf-losses.ts'
import { writeJson } from './json.ts'

/** The one table of formats: the command line, the server, the docs and the tests read it. */
export const formats = {
  json: {
    extension: 'json',
    mediaType: 'application/json',
    description: "The whole graph in graphology's own serialization, one node or edge a line.",
    options: {},
    cannotHold: [],
    write: writeJson,
    losses: () => [],
  },
  gexf: {
    extension: 'gexf',
    mediaType: 'application/gexf+xml',
    description:
      'The graph with its time and its look, for Gephi and the libraries that read GEXF.',
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
  },
} as const satisfies Record<string, ExportFormat>
