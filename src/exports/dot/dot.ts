import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countLosses } from '../count-losses.ts'
import { countUntold, untoldTexts } from '../count-undrawn.ts'
import { diagramOf } from '../diagram/diagram.ts'
import type { ExportFormat, Loss } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { writeDot } from './write-dot.ts'

export const dot = {
  extension: 'dot',
  mediaType: 'text/vnd.graphviz',
  description:
    'A diagram that Graphviz lays out, with names, colours and dashes for what is doubtful.',
  hasPositions: true,
  options: {},
  cannotHold: [
    'It shows names, types by colour and shape, relations, and by dashes how sure they are.',
    'Summaries, dates, roles, values of attributes, evidence, rival readings, sources, the ontology and decisions on identity stay behind.',
    'Line breaks and control characters in names become spaces, broken Unicode U+FFFD.',
  ],
  write: (graph: KnowledgeGraph) =>
    inChunks(writeDot(diagramOf(graph), graph.getAttribute('name'))),
  losses: dotLosses,
} as const satisfies ExportFormat

function dotLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(untoldTexts)
  countUntold(graph, report)
  return losses()
}
