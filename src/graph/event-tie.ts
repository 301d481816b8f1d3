import type { Confidence } from '../model/claim.ts'
import { compareText } from '../text/compare-text.ts'
import { closed, ownDateConclusion, readingInWords } from './evidence-in-words.ts'
import { confidenceRank } from './filter.ts'
import type {
  CitationAttributes,
  ClaimAttributes,
  EdgeAttributes,
  KnowledgeGraph,
} from './knowledge-graph.ts'

/** A claim by which an entity takes part in an event. */
export interface Part {
  readonly edge: string
  /** The claim runs from the entity to the event. */
  readonly isSource: boolean
}

/** All that is known of one participant's part. */
export interface JoinedPart {
  readonly id: string
  readonly words: string
  readonly claim: Pick<EdgeAttributes, 'when' | 'start' | 'end'> & Omit<ClaimAttributes, 'rivals'>
}

/** Two who took part in one event; the source is the first by id. */
export interface Tie {
  readonly source: string
  readonly target: string
  readonly claim: ClaimAttributes & { readonly event: NonNullable<EdgeAttributes['event']> }
}

/** Any of the claims makes a participant: the surest says how sure that is, and one that a source states is stated. */
export function joinParts(graph: KnowledgeGraph, id: string, parts: readonly Part[]): JoinedPart {
  const inOrder = [...parts].sort((a, b) => compareText(a.edge, b.edge))
  const claims = inOrder.map(({ edge }) => graph.getEdgeAttributes(edge))
  const [first] = claims
  if (first === undefined) throw new Error(`${id} takes no part.`)
  const surest = claims.reduce((best, claim) =>
    confidenceRank(claim.confidence) < confidenceRank(best.confidence) ? claim : best,
  )
  const isInferred = claims.every(({ inferred }) => inferred !== undefined)
  const captions = inOrder.map((part) => captionOf(graph, part))
  const rivals = claims.flatMap((claim) => claim.rivals)
  const notes = [
    ...claims.flatMap(({ note }) => note ?? []),
    ...rivals.map((rival) => `Another reading of this part: ${readingInWords(graph, rival)}`),
  ]
  const { when, start, end, file, line } = first
  return {
    id,
    words: [`${labelOf(graph, id)}: ${captions.join(', ')}.`, ...notes.map(closed)].join(' '),
    claim: {
      ...datesOf(claims.every((claim) => claim.when === when) ? { when, start, end } : {}),
      ...doubtOf(surest.confidence, isInferred ? first.inferred : undefined),
      citations: distinct(claims.flatMap(({ citations }) => citations)),
      saidBy: [...new Set(claims.flatMap(({ saidBy }) => saidBy))],
      file,
      line,
    },
  }
}

/** The tie is as sure as the less sure part, and inferred where either is; it rests on what both rest on. */
export function tieOf(
  graph: KnowledgeGraph,
  event: string,
  first: JoinedPart,
  second: JoinedPart,
): Tie {
  const { label, when, start, end, file, line } = graph.getNodeAttributes(event)
  const [a, b] = [first.claim, second.claim]
  const weaker = confidenceRank(a.confidence) > confidenceRank(b.confidence) ? a : b
  const inferred = [...new Set([a.inferred, b.inferred])].filter((why) => why !== undefined)
  const date = when !== undefined ? { when, start, end } : a.when === b.when ? a : {}
  // The event leaves the graph, and with it the word that its date is inferred.
  const conclusion = when === undefined ? undefined : ownDateConclusion(graph, event, when)
  return {
    source: first.id,
    target: second.id,
    claim: {
      event: { id: event, label },
      ...datesOf(date),
      ...doubtOf(weaker.confidence, inferred.length === 0 ? undefined : inferred.join(' ')),
      citations: distinct([...a.citations, ...b.citations]),
      saidBy: [...new Set([...a.saidBy, ...b.saidBy])],
      note: [first.words, second.words, conclusion?.sentence].filter(Boolean).join(' '),
      rivals: [],
      file,
      line,
    },
  }
}

/** What the event was to the participant, as the ontology captions it: `killed in`, or a role in brackets. */
function captionOf(graph: KnowledgeGraph, { edge, isSource }: Part): string {
  const { relation, label, role } = graph.getEdgeAttributes(edge)
  if (isSource) return role === undefined ? label : `${label} (${role})`
  return graph.getAttribute('ontology').relations[relation]?.inverseLabel ?? label
}

function labelOf(graph: KnowledgeGraph, id: string): string {
  return graph.getNodeAttribute(id, 'label')
}

function datesOf({
  when,
  start,
  end,
}: {
  when?: string | undefined
  start?: string | undefined
  end?: string | undefined
}) {
  return {
    ...(when !== undefined && { when }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  }
}

function doubtOf(confidence: Confidence | undefined, inferred: string | undefined) {
  return {
    ...(confidence !== undefined && { confidence }),
    ...(inferred !== undefined && { inferred }),
  }
}

function distinct(citations: readonly CitationAttributes[]): CitationAttributes[] {
  return [...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values()]
}
