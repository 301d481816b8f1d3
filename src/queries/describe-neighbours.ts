import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import { relationInWords } from './claim-in-words.ts'
import type { NeighbourPage } from './neighbour-page.ts'

/** The claims of a page as cited sentences. Ends without a newline. */
export function describeNeighbours(graph: KnowledgeGraph, page: NeighbourPage): string {
  const { entity, neighbours, total, entities, before, next } = page
  const label = graph.getNodeAttribute(entity, 'label')
  const shown = neighbours.length === total ? '' : `; ${partInWords(before, neighbours.length)}`
  return [
    `${label}: ${counted(total, 'relation')} to ${counted(entities, 'entity', 'entities')}${shown}`,
    ...neighbours.map((neighbour) => indented(relationInWords(graph, neighbour))),
    ...(next === undefined
      ? []
      : [`${total - before - neighbours.length} more. Ask again with: --after ${next}`]),
  ].join('\n\n')
}

function partInWords(before: number, shown: number): string {
  if (shown === 0) return 'none after this place'
  return shown === 1 ? `number ${before + 1}` : `numbers ${before + 1} to ${before + shown}`
}
