import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { ExportFormat, ExportOptions } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { entityDossier } from './entity-dossier.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { footnotes } from './footnotes.ts'
import { markdownLosses } from './markdown-losses.ts'

export const markdown = {
  extension: 'md',
  mediaType: 'text/markdown',
  description:
    'A dossier to read and to put into a report: sentences with numbered footnotes, rivals, and a list of sources.',
  hasPositions: false,
  options: { about: 'Tell of this entity alone.' },
  cannotHold: [
    'Everything is prose for people: no program gets the graph back from it.',
    'Line breaks within a text become spaces; control characters and broken Unicode go.',
    'Where things are written in the files, where they stand in the picture, and the ontology stay behind.',
  ],
  write: writeMarkdown,
  losses: markdownLosses,
} as const satisfies ExportFormat

/** One entity, or each in order of id. Footnotes are numbered through, and stand at the end. */
function writeMarkdown(graph: KnowledgeGraph, { about }: ExportOptions = {}): Iterable<string> {
  return inChunks(about === undefined ? everything(graph) : oneEntity(graph, about))
}

function* oneEntity(graph: KnowledgeGraph, id: string): Generator<string> {
  const notes = footnotes(graph)
  yield* entityDossier(graph, id, 1, notes)
  yield* notes.end(2)
}

function* everything(graph: KnowledgeGraph): Generator<string> {
  const notes = footnotes(graph)
  yield `# ${escapeMarkdown(graph.getAttribute('name'))}\n`
  for (const id of graph.nodes()) {
    yield '\n'
    yield* entityDossier(graph, id, 2, notes)
  }
  yield* notes.end(2)
}
