import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import { relationInWords } from './claim-in-words.ts'
import type { NeighbourPage } from './neighbour-page.ts'

/** The claims of a page as cited sentences. Ends without a newline. */
export function describeNeighbours(graph: KnowledgeGraph, page: NeighbourPage): string {
  const { entity, neighbours, total, entities, certain, before, next } = page
  const label = graph.getNodeAttribute(entity, 'label')
  const shown = neighbours.length === total ? '' : `; ${partInWords(before, neighbours.length)}`
  return [
    `${label}: ${counted(total, 'relation')} to ${counted(entities, 'entity', 'entities')}${shown}`,
    ...nothing(graph, page),
    ...(certain === undefined || total === 0 ? [] : [certainInWords(certain, total)]),
    ...neighbours.map((neighbour) => indented(relationInWords(graph, neighbour))),
    ...(next === undefined
      ? []
      : [`${total - before - neighbours.length} more. Ask again with: --after ${next}`]),
  ].join('\n\n')
}

/** Whoever finds nothing learns how much there is that was not asked for. */
function nothing(graph: KnowledgeGraph, { entity, total }: NeighbourPage): string[] {
  const all = graph.degree(entity)
  if (total > 0 || all === 0) return []
  return [`It has ${counted(all, 'relation')}, but none that was asked for.`]
}

function certainInWords(certain: number, total: number): string {
  if (certain === total) return `${total === 1 ? 'It' : 'All'} certainly held at that time.`
  const most = certain === 0 ? 'None' : `${certain}`
  return total === 1
    ? 'It may have held at that time, which is not certain.'
    : `${most} certainly held at that time; ${certain === 0 ? 'they' : 'the others'} may have.`
}

function partInWords(before: number, shown: number): string {
  if (shown === 0) return 'none after this place'
  return shown === 1 ? `number ${before + 1}` : `numbers ${before + 1} to ${before + shown}`
}
