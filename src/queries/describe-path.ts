import {
  citationsInWords,
  dateDoubt,
  doubtsInWords,
  rivalInWords,
} from '../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated, whenInWords } from '../graph/sentence.ts'
import { sourceInWords } from '../graph/source-in-words.ts'
import type { Hop, Path } from './find-paths.ts'
import { weakestOf } from './weakest-hop.ts'

/** A path as numbered, cited sentences, then when it can hold and where it is weakest. Ends without a newline. */
export function describePath(graph: KnowledgeGraph, path: Path): string {
  const hops = path.hops.map((hop, index) => describeHop(graph, hop, index + 1))
  const weakest = weakestInWords(path)
  return [
    ...hops,
    '',
    `  ${timeInWords(path)}`,
    ...(weakest === undefined ? [] : [`  ${weakest}`]),
  ].join('\n')
}

function describeHop(graph: KnowledgeGraph, hop: Hop, number: number): string {
  const doubts = doubtsInWords(graph, hop)
  return [
    `${String(number).padStart(3)}. ${dated(hop.sentence, hop.when)}.`,
    ...(doubts.length === 0 ? [] : [`     ${doubts.join(' ')}`]),
    `     [${citationsInWords(hop.citations)}]`,
    ...[dateDoubt(graph, hop.edge) ?? []].flat().map((doubt) => `     ${doubt}`),
    ...(hop.rivals ?? []).map((rival) => `     But: ${rivalInWords(graph, rival)}`),
  ].join('\n')
}

/** Whether and when all hops can hold together. */
export function timeInWords({ together, hops }: Path): string {
  if (together === null) return 'These hops cannot all hold at one time.'
  if (hops.every(({ when }) => when === undefined)) return 'The sources date none of this.'
  return hops.length === 1
    ? `This can hold ${whenInWords(together)}.`
    : `All hops can hold together ${whenInWords(together)}.`
}

/** Which hop is to be doubted most, if they differ. */
export function weakestInWords(path: Path): string | undefined {
  const hop = weakestOf(path)
  if (hop === undefined) return undefined
  const conclusion = hop.inferred === undefined ? [] : ['concluded by the curator']
  const why = [hop.confidence ?? [], conclusion].flat().join(', ') || 'no confidence stated'
  return `Weakest: hop ${path.weakest + 1} (${why}).`
}

/** The sources that paths cite, each with its full title, in order of id. */
export function sourcesInWords(graph: KnowledgeGraph, paths: readonly Path[]): string[] {
  const cited = new Set(
    paths.flatMap(({ hops }) => hops.flatMap(({ citations }) => citations.map((c) => c.source))),
  )
  return [...cited].sort().map((id) => `${id}: ${sourceInWords(graph, id)}`)
}
