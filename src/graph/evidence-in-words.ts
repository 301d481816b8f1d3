import type {
  CitationAttributes,
  Evidence,
  KnowledgeGraph,
  RivalAttributes,
} from './knowledge-graph.ts'
import { whenInWords } from './sentence.ts'

/**
 * What a reader must know before trusting a claim, as short sentences: how sure it is, who says so, what the
 * curator concluded. Without the citations.
 */
export function doubtsInWords(graph: KnowledgeGraph, claim: Evidence): string[] {
  const { confidence, inferred, saidBy } = claim
  const names = saidBy.map((id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id))
  return [
    ...(confidence === undefined ? [] : [`${capital(confidence)}.`]),
    ...(names.length === 0
      ? []
      : [`${names.join(' and ')} ${names.length === 1 ? 'says' : 'say'} so.`]),
    ...(inferred === undefined ? [] : [`The curator concludes this: ${closed(inferred)}`]),
  ]
}

/** Where a relation has its date from an event, and the curator concluded that date: a sentence that says so. */
export function dateDoubt(graph: KnowledgeGraph, edge: string): string | undefined {
  const doubt = concludedDate(graph, edge)
  return doubt && `${doubt.sentence} [${citationsInWords(doubt.citations)}]`
}

/** The same without the citations in the sentence. */
export function concludedDate(graph: KnowledgeGraph, edge: string): Conclusion | undefined {
  const { when } = graph.getEdgeAttributes(edge)
  if (when === undefined) return undefined
  const [source, target] = graph.extremities(edge)
  return ownDateConclusion(graph, source, when) ?? ownDateConclusion(graph, target, when)
}

export interface Conclusion {
  readonly sentence: string
  readonly citations: readonly CitationAttributes[]
}

/** Where this date of an entity is its own and the curator concluded it: a sentence that says so. */
export function ownDateConclusion(
  graph: KnowledgeGraph,
  id: string,
  when: string,
): Conclusion | undefined {
  const { label, attributes } = graph.getNodeAttributes(id)
  const date = attributes.when?.find(({ value }) => value === when)
  if (date?.inferred === undefined) return undefined
  const sentence = `The date is that of ${label}; the curator concludes it: ${closed(date.inferred)}`
  return { sentence, citations: date.citations }
}

/** `report#p2, report#p4`, in the way in which citations are written in the files. */
export function citationsInWords(citations: readonly CitationAttributes[]): string {
  if (citations.length === 0) return 'no citation'
  return citations
    .map(({ source, at, quote }) => {
      const place = at === undefined ? source : `${source}#${at}`
      return quote === undefined ? place : `${place} (“${quote}”)`
    })
    .join(', ')
}

/** What a rival reading says instead, with its own doubts and citations. */
export function rivalInWords(graph: KnowledgeGraph, rival: RivalAttributes): string {
  const doubts = doubtsInWords(graph, rival)
  return [readingInWords(graph, rival), ...doubts, `[${citationsInWords(rival.citations)}]`].join(
    ' ',
  )
}

/** What a rival reading says instead, and no more. */
export function readingInWords(graph: KnowledgeGraph, rival: RivalAttributes): string {
  const { value, target, when, denied } = rival
  const label = (id: string) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id)
  const reading = [
    ...(denied ? ['this is denied'] : []),
    ...(value === undefined ? [] : [String(value)]),
    ...(target === undefined ? [] : [label(target)]),
    ...(when === undefined ? [] : [whenInWords(when)]),
  ]
  return closed(reading.join(', '))
}

/** A text as a sentence with a full stop. */
export function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
