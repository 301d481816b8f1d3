import { titleOf } from '../graph/entity-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import { relationInWords } from './claim-in-words.ts'
import type { Chain, CommonAnswer, Shared } from './common.ts'

/**
 * What two entities share, with the claims from either side as cited sentences. Ends without a newline. Of a part that
 * begins later, whoever asks tells himself what is left out.
 */
export function describeCommon(
  graph: KnowledgeGraph,
  answer: CommonAnswer,
  rest: 'told' | 'untold' = 'told',
): string {
  const { first, second, ties, shared, total } = answer
  const [one, other] = [first, second].map((id) => graph.getNodeAttribute(id, 'label'))
  const direct = shared.filter((each) => each.direct)
  const beyond = shared.filter((each) => !each.direct)
  return [
    `${one} and ${other} share ${total === 0 ? 'nothing' : counted(total, 'entity', 'entities')}.`,
    ...part(
      `${counted(ties.length, 'claim ties', 'claims tie')} them to each other:`,
      ties.map((tie) => indented(relationInWords(graph, tie))),
    ),
    ...part(
      'Both are tied to:',
      direct.map((each) => indented(sharedInWords(graph, each))),
    ),
    ...part(
      'Through events they share:',
      beyond.map((each) => indented(sharedInWords(graph, each))),
    ),
    ...(rest === 'told' && shared.length < total
      ? [
          `${total - shared.length} more ${total - shared.length === 1 ? 'is' : 'are'} left out; --limit shows more than ${shared.length}.`,
        ]
      : []),
  ].join('\n\n')
}

function part(title: string, told: readonly string[]): string[] {
  return told.length === 0 ? [] : [title, ...told]
}

function sharedInWords(graph: KnowledgeGraph, { entity, fromFirst, fromSecond }: Shared): string {
  const sides = [fromFirst, fromSecond].flatMap((chains) => sideInWords(graph, chains))
  return [titleOf(graph, entity), ...sides.map(indented)].join('\n')
}

/** So many chains of a side are told; the others are alike. */
const mostChains = 3

function sideInWords(graph: KnowledgeGraph, chains: readonly Chain[]): string[] {
  const told = chains
    .slice(0, mostChains)
    .map((chain) => chain.map((claim) => relationInWords(graph, claim)).join('\n'))
  const more = chains.length - told.length
  return [...told, ...(more > 0 ? [`… and ${more} more of this kind; --json lists them.`] : [])]
}
