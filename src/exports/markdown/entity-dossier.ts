import { momentOf } from '../../dates/moment.ts'
import { identityInWords, marksOf } from '../../graph/entity-in-words.ts'
import { closed } from '../../graph/evidence-in-words.ts'
import { confidenceRank } from '../../graph/filter.ts'
import type {
  AttributeClaimAttributes,
  EdgeAttributes,
  KnowledgeGraph,
} from '../../graph/knowledge-graph.ts'
import { dated, sentenceOf, whenInWords } from '../../graph/sentence.ts'
import { compareText } from '../../text/compare-text.ts'
import { claimItem } from './claim-item.ts'
import { escapeLine, escapeMarkdown } from './escape-markdown.ts'
import type { Footnotes } from './footnotes.ts'

/** All that is said about one entity, under a heading of the level given: who it is, facts, relations, events. */
export function* entityDossier(
  graph: KnowledgeGraph,
  id: string,
  level: number,
  notes: Footnotes,
): Generator<string> {
  const heading = (text: string, below: number) =>
    `${'#'.repeat(level + below)} ${escapeMarkdown(text)}\n\n`
  yield* head(graph, id, heading)
  yield* section(heading('Facts', 1), facts(graph, id, notes))
  const ties = tiesOf(graph, id)
  const relations = ties.filter(({ isEvent }) => !isEvent)
  if (relations.length > 0) yield `\n${heading('Relations', 1).trimEnd()}\n`
  for (const kind of [...new Set(relations.map(({ claim }) => claim.kind))].sort(compareText)) {
    const ofKind = relations.filter(({ claim }) => claim.kind === kind)
    yield* section(
      heading(capital(kind), 2),
      ofKind.map((tie) => relationItem(graph, id, tie, notes)),
    )
  }
  const events = ties.filter(({ isEvent }) => isEvent).sort(byTime)
  yield* section(
    heading('Events', 1),
    events.map((tie) => eventItem(graph, id, tie, notes)),
  )
  yield* section(heading('Who is who', 1), decisions(graph, id, notes))
}

function* head(
  graph: KnowledgeGraph,
  id: string,
  heading: (text: string, below: number) => string,
): Generator<string> {
  const { label, aliases, summary } = graph.getNodeAttributes(id)
  // A heading without a text is no place to find anything at.
  yield heading(label.trim() === '' ? id : label, 0)
  yield `*${escapeMarkdown(capital(marksOf(graph, id).join(', ')))}.* \`${id}\`\n`
  if (aliases.length > 0) yield `\nAlso called ${aliases.map(escapeMarkdown).join(', ')}.\n`
  if (summary !== undefined) yield `\n${escapeLine(closed(summary))}\n`
}

function* section(heading: string, items: readonly string[]): Generator<string> {
  if (items.length === 0) return
  yield `\n${heading}`
  yield* items
}

function facts(graph: KnowledgeGraph, id: string, notes: Footnotes): string[] {
  const { attributes } = graph.getNodeAttributes(id)
  return Object.entries(attributes).flatMap(([name, claims]) =>
    claims.map((claim) => claimItem(graph, notes, fact(name, claim), claim)),
  )
}

function fact(name: string, { value, when }: AttributeClaimAttributes): string {
  if (name === 'when') return `**Date:** ${escapeMarkdown(`${whenInWords(String(value))}.`)}`
  const caption = escapeMarkdown(capital(name.replaceAll('-', ' ')))
  return `**${caption}:** ${escapeMarkdown(`${dated(String(value), when)}.`)}`
}

interface Tie {
  readonly edge: string
  readonly claim: EdgeAttributes
  /** The other end is something that happened. */
  readonly isEvent: boolean
}

function tiesOf(graph: KnowledgeGraph, id: string): Tie[] {
  const { entities } = graph.getAttribute('ontology')
  return graph
    .edges(id)
    .map((edge) => {
      const type = entities[graph.getNodeAttribute(graph.opposite(id, edge), 'type')]
      return { edge, claim: graph.getEdgeAttributes(edge), isEvent: type?.dated === true }
    })
    .sort(
      (a, b) =>
        compareText(a.claim.relation, b.claim.relation) ||
        confidenceRank(a.claim.confidence) - confidenceRank(b.claim.confidence) ||
        compareText(a.edge, b.edge),
    )
}

/** By the first day, then by the last; what is undated comes last, in the order it had. */
function byTime(a: Tie, b: Tie): number {
  const [ours, theirs] = [momentOf(a.claim.when), momentOf(b.claim.when)]
  const at = ours.findIndex((day, index) => day !== theirs[index])
  return at < 0 ? 0 : (ours[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1
}

function relationItem(graph: KnowledgeGraph, id: string, tie: Tie, notes: Footnotes): string {
  const sentence = dated(sentenceFrom(graph, id, tie.edge), tie.claim.when)
  return claimItem(graph, notes, escapeLine(`${sentence}.`), tie.claim, { edge: tie.edge })
}

function eventItem(graph: KnowledgeGraph, id: string, tie: Tie, notes: Footnotes): string {
  const { when } = tie.claim
  const date = when === undefined ? 'Undated' : capital(whenInWords(when))
  const sentence = `${sentenceFrom(graph, id, tie.edge)}.`
  const words = `**${escapeMarkdown(date)}:** ${escapeMarkdown(sentence)}`
  return claimItem(graph, notes, words, tie.claim, { edge: tie.edge })
}

function sentenceFrom(graph: KnowledgeGraph, id: string, edge: string): string {
  return sentenceOf(graph, edge, graph.source(edge) === id)
}

function decisions(graph: KnowledgeGraph, id: string, notes: Footnotes): string[] {
  return identityInWords(graph, id).map(
    ({ sentence, reason, citations }) =>
      `- ${escapeLine(`${sentence} ${reason}`)}${citations.length === 0 ? '' : notes.mark(citations)}\n`,
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
