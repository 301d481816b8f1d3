import { citationsInWords, doubtsInWords } from '../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { whenInWords } from '../graph/sentence.ts'
import { type Neighbour, neighbours } from '../queries/neighbours.ts'
import { entityId, type FilterOptions, readFilter } from '../queries/read-filter.ts'
import { openGraph } from './open-base.ts'
import { counted, print, printJson } from './output.ts'

interface Options extends FilterOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function listNeighbours(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const id = entityId(graph, name)
  const found = neighbours(graph, id, readFilter(graph, options))
  if (options.json) return printJson({ version: 1, entity: id, neighbours: found })
  const others = new Set(found.map(({ entity }) => entity)).size
  const label = graph.getNodeAttribute(id, 'label')
  print(
    [
      `${label}: ${counted(found.length, 'relation')} to ${counted(others, 'entity', 'entities')}`,
      ...found.map((neighbour) => claimInWords(graph, neighbour)),
    ].join('\n\n'),
  )
}

/** One claim as `show` and `neighbours` print it: the sentence, what to know of it, the key and the citations. */
export function claimInWords(graph: KnowledgeGraph, claim: Neighbour): string {
  const when = claim.when === undefined ? '' : `, ${whenInWords(claim.when)}`
  const doubts = doubtsInWords(graph, claim)
  return [
    `  ${claim.sentence}${when}.`,
    ...(doubts.length === 0 ? [] : [`    ${doubts.join(' ')}`]),
    `    ${claim.edge} [${citationsInWords(claim.citations)}]`,
  ].join('\n')
}
