import {
  citationsInWords,
  closed,
  dateDoubt,
  doubtsInWords,
  rivalInWords,
} from '../graph/evidence-in-words.ts'
import type {
  AttributeClaimAttributes,
  ClaimAttributes,
  KnowledgeGraph,
} from '../graph/knowledge-graph.ts'
import { dated, whenInWords } from '../graph/sentence.ts'
import { indented } from '../text/indented.ts'
import type { Neighbour } from './neighbours.ts'

/** A relation read from one of its ends: the sentence, its key, and all that is known of the claim. */
export function relationInWords(graph: KnowledgeGraph, relation: Neighbour): string {
  const doubt = dateDoubt(graph, relation.edge)
  const [citations, ...others] = evidenceInWords(graph, relation)
  if (doubt) others.push(doubt)
  return [
    `${dated(relation.sentence, relation.when)}.`,
    `  ${relation.edge} ${citations}`,
    ...others.map((line) => `  ${line}`),
  ].join('\n')
}

/** The value of an attribute, or the entity's own date, and all that is known of the claim. */
export function attributeInWords(
  graph: KnowledgeGraph,
  name: string,
  claim: AttributeClaimAttributes,
): string {
  const told =
    name === 'when'
      ? `date: ${whenInWords(String(claim.value))} (${claim.value})`
      : dated(`${name.replaceAll('-', ' ')}: ${claim.value}`, claim.when)
  return `${told}\n${indented(evidenceInWords(graph, claim).join('\n'))}`
}

/** The citations first, then what to know before trusting the claim, its note and its rivals; a line each. */
export function evidenceInWords(graph: KnowledgeGraph, claim: ClaimAttributes): string[] {
  const doubts = doubtsInWords(graph, claim)
  return [
    `[${citationsInWords(claim.citations)}]`,
    ...(doubts.length === 0 ? [] : [doubts.join(' ')]),
    ...(claim.note === undefined ? [] : [`Note: ${closed(claim.note)}`]),
    ...claim.rivals.map((rival) => `Rival: ${rivalInWords(graph, rival)}`),
  ]
}
