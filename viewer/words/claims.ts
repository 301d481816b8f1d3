import type { EdgeAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { sentenceOf, sentenceParts } from '../../src/graph/sentence.ts'
import { isolated } from '../../src/text/direction.ts'
import type { Beyond } from '../data/beyond.ts'
import { texts } from './texts.ts'

/** The sentence of a relation with its date, as a caption says it. */
export function datedSentence(graph: KnowledgeGraph, edge: string, forward = true): string {
  const when = graph.getEdgeAttribute(edge, 'when')
  const sentence = sentenceOf(graph, edge, forward)
  return texts.dated(sentence, when)
}

/** The same for a place without markup, where names of another script keep their direction. */
export function isolatedSentence(
  graph: KnowledgeGraph,
  edge: string,
  when: string | undefined,
): string {
  const parts = sentenceParts(graph, edge)
  const whole = parts.map(({ text }) => text).join('')
  const shown = parts.map(({ text, isName }) => (isName ? isolated(text) : text)).join('')
  return `${shown}${texts.dateAfter(whole, when)}`
}

type Doubted = Pick<EdgeAttributes, 'confidence' | 'inferred' | 'rivals'>

/** What a reader should know about a claim before opening it: `possible`, `inferred`, `2 sources`. */
export function claimMarks(claim: Doubted & Pick<EdgeAttributes, 'citations'>): string[] {
  const sources = new Set(claim.citations.map(({ source }) => source)).size
  return [...doubtMarks(claim), sources === 0 ? texts.noSource : texts.sources(sources)]
}

/** Who says it, where the sources only quote: `said by ISAF`. */
export function speakerMarks(
  graph: KnowledgeGraph,
  { saidBy }: Pick<EdgeAttributes, 'saidBy'>,
): string[] {
  if (saidBy.length === 0) return []
  const names = saidBy.map((id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id))
  return [texts.saidByMark(names.map(isolated))]
}

/** The marks of a claim where its sources are known already. */
export function doubtMarks({ confidence, inferred, rivals }: Doubted): string[] {
  return [
    ...(confidence ? [texts.confidences[confidence]] : []),
    ...(inferred === undefined ? [] : [texts.inferredMark]),
    ...(rivals.length > 0 ? [texts.disagreeMark] : []),
  ]
}

/** An entity in one line: its name, its type and how much is said about it. */
export function entityInWords(graph: KnowledgeGraph, id: string, beyond: Beyond | null): string {
  const { label, type } = graph.getNodeAttributes(id)
  return [label, typeLabel(graph, type), relationsOf(graph, id, beyond)].join(', ')
}

/** How many relations an entity has, and how many of them are here where that is a part of the graph. */
export function relationsOf(graph: KnowledgeGraph, id: string, beyond: Beyond | null): string {
  const here = graph.degree(id)
  const all = beyond?.degreeOf(id) ?? here
  return here < all ? texts.relationsHere(all, here) : texts.relations(here)
}

export function typeLabel(graph: KnowledgeGraph, type: string): string {
  return graph.getAttribute('ontology').entities[type]?.label ?? type
}
