import { titleOf } from '../graph/entity-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import type { Between, BetweenAnswer } from './between.ts'
import { relationInWords } from './claim-in-words.ts'

/** The entities that connect others, each with the claims that bear most of it. Ends without a newline. */
export function describeBetween(graph: KnowledgeGraph, answer: BetweenAnswer): string {
  const { ranked, total, entities, sampled } = answer
  const among = counted(entities, 'entity', 'entities')
  if (ranked.length === 0) {
    return `Of ${among}, none that you ask for lies between two others.`
  }
  return [
    `Who connects others: shares of the shortest chains between all pairs of ${among}`,
    ...(sampled === undefined
      ? []
      : [
          `Estimated: chains from ${sampled} entities, drawn at random with a fixed seed, stand for those from all ${entities}. "--exact" takes them all, and longer.`,
        ]),
    ...ranked.map((one, index) => rankedInWords(graph, one, index + 1)),
    ...(ranked.length < total ? [`${total - ranked.length} more; --top ${total} lists all.`] : []),
  ].join('\n\n')
}

function rankedInWords(graph: KnowledgeGraph, between: Between, rank: number): string {
  const { entity, share, error, over } = between
  const margin = error === undefined ? '' : ` (give or take ${percent(2 * error)})`
  return [
    `${String(rank).padStart(3)}. ${titleOf(graph, entity)}: ${percent(share)}${margin}`,
    ...over.map((claim) => indented(indented(relationInWords(graph, claim)))),
  ].join('\n')
}

function percent(share: number): string {
  const digits = (100 * share).toFixed(1)
  return digits === '0.0' ? 'under 0.1 %' : `${digits} %`
}
