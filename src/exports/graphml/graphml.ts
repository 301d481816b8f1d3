import type { ExportFormat } from '../export-format.ts'
import { graphmlLosses } from './graphml-losses.ts'
import { writeGraphml } from './write-graphml.ts'

export const graphml = {
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  description:
    'The graph with typed values and every parallel edge, for networkx, igraph, Cytoscape and yEd.',
  hasPositions: true,
  options: {},
  cannotHold: [
    'Every edge is directed, since readers refuse a mixture; `symmetric` says which are not.',
    'Lists become text: items stand between semicolons, one within an item has a backslash before it.',
    'Rival readings, and the evidence of attribute values, become text.',
    'The ontology, what is known of the sources, and decisions on identity stay behind.',
    'Control characters and broken Unicode become U+FFFD, since XML has no place for them.',
  ],
  write: writeGraphml,
  losses: graphmlLosses,
} as const satisfies ExportFormat
