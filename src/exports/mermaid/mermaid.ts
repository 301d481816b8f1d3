import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countLosses, countName } from '../count-losses.ts'
import { countUntold, untoldTexts } from '../count-undrawn.ts'
import { diagramOf } from '../diagram/diagram.ts'
import type { ExportFormat, Loss } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { leftOut, writeMermaid } from './write-mermaid.ts'

export const mermaid = {
  extension: 'mmd',
  mediaType: 'text/vnd.mermaid',
  description:
    'A flowchart for Markdown, which GitHub, GitLab and many editors draw; best for a part.',
  hasPositions: false,
  options: {},
  cannotHold: [
    'Mermaid draws at most 500 relations and 50,000 characters: the entities with most relations stay, and the chart says how many do not.',
    'It shows names, types by colour and shape, relations, and by dots which of them are doubtful.',
    'The name of the base, summaries, dates, roles, values of attributes, evidence, rival readings, sources, the ontology and decisions on identity stay behind.',
    'Line breaks and control characters in names become spaces, broken Unicode U+FFFD.',
  ],
  write: (graph: KnowledgeGraph) => inChunks(writeMermaid(diagramOf(graph))),
  losses: mermaidLosses,
} as const satisfies ExportFormat

function mermaidLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses({
    'entities-over-limit': 'entities are more than Mermaid draws',
    'relations-over-limit': 'relations are more than Mermaid draws',
    'name-left-out': 'name of the base left out',
    ...untoldTexts,
  })
  const [entities, relations] = leftOut(diagramOf(graph))
  report('entities-over-limit', entities, graph.nodes()[0] ?? '')
  report('relations-over-limit', relations, graph.edges()[0] ?? '')
  countName(graph, report)
  countUntold(graph, report)
  return losses()
}
