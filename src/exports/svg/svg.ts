import type { ExportFormat } from '../export-format.ts'
import { svgLosses } from './svg-losses.ts'
import { writeSvg } from './write-svg.ts'

export const svg = {
  extension: 'svg',
  mediaType: 'image/svg+xml',
  description: "The viewer's picture of the graph, to print, to put on a slide or to draw on.",
  hasPositions: true,
  options: {},
  cannotHold: [
    'It shows names, types, relations and how sure they are; summaries, dates of relations and doubts show under the pointer.',
    'Dates of entities, values of attributes, evidence, rival readings, sources, the ontology and decisions on identity stay behind.',
    'A name that finds no room shows under the pointer only.',
    'Control characters and broken Unicode become U+FFFD, since XML has no place for them.',
  ],
  write: (graph) => writeSvg(graph),
  losses: svgLosses,
} as const satisfies ExportFormat
