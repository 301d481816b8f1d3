import {
  closed,
  concludedDate,
  doubtsInWords,
  readingInWords,
} from '../../graph/evidence-in-words.ts'
import type {
  ClaimAttributes,
  KnowledgeGraph,
  RivalAttributes,
} from '../../graph/knowledge-graph.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import type { Footnotes } from './footnotes.ts'

/**
 * What there is to know of a claim: its words, where it is written, how far to trust it, and who says otherwise.
 * `edge` is the key of a relation, whose date may be that of an event.
 */
export function claimItem(
  graph: KnowledgeGraph,
  notes: Footnotes,
  words: string,
  claim: Pick<ClaimAttributes, 'citations' | 'saidBy' | 'note'> & {
    readonly rivals?: readonly RivalAttributes[]
  },
  { edge, marker = '-' }: { readonly edge?: string; readonly marker?: string } = {},
): string {
  const date = edge === undefined ? undefined : concludedDate(graph, edge)
  const doubts = [
    ...doubtsInWords(graph, claim),
    ...(claim.note === undefined ? [] : [`Note: ${closed(claim.note)}`]),
  ]
  const told = [
    `${words}${notes.mark(claim.citations)}`,
    ...doubts.map(escapeMarkdown),
    ...(date ? [`${escapeMarkdown(date.sentence)}${notes.mark(date.citations)}`] : []),
  ]
  const inner = ' '.repeat(marker.length + 1)
  const rivals = (claim.rivals ?? []).map((rival) => inner + rivalItem(graph, notes, rival))
  return `${marker} ${told.join(' ')}\n${rivals.join('')}`
}

function rivalItem(graph: KnowledgeGraph, notes: Footnotes, rival: RivalAttributes): string {
  const doubts = [
    ...doubtsInWords(graph, rival),
    ...(rival.note === undefined ? [] : [`Note: ${closed(rival.note)}`]),
  ]
  const reading = `Another reading: ${escapeMarkdown(readingInWords(graph, rival))}`
  const told = [`${reading}${notes.mark(rival.citations)}`, ...doubts.map(escapeMarkdown)]
  return `- ${told.join(' ')}\n`
}
