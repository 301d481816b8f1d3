import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { ExportFormat } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { ftmDrafts } from './ftm-drafts.ts'
import { ftmLine } from './ftm-entity.ts'
import { ftmLosses } from './ftm-losses.ts'

export const ftm = {
  extension: 'ftm',
  mediaType: 'application/x-ndjson',
  description: 'Entities of FollowTheMoney, one a line, for Aleph and the tools of OpenSanctions.',
  hasPositions: false,
  options: {},
  cannotHold: [
    'Entities and links have the schemata that the ontology names with "ftm"; the exact types are keywords and a line of text.',
    'Attribute values, evidence other than the documents themselves, and rival readings become lines of text.',
    'Dates are prefixes such as 2012-03; what says more is kept as text as well.',
    'The name of the base, the ontology, the place of each claim in the files, and the look of the picture stay behind.',
    'Texts are tidied as every reader of the format would do.',
  ],
  write: writeFtm,
  losses: ftmLosses,
} as const satisfies ExportFormat

function writeFtm(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(ftmLines(graph))
}

function* ftmLines(graph: KnowledgeGraph): Generator<string> {
  for (const draft of ftmDrafts(graph)) yield ftmLine(draft)
}
