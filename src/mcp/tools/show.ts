import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { describeEntity, describeRelation } from '../../queries/describe-entity.ts'
import { neighbourPage } from '../../queries/neighbour-page.ts'
import { entityId } from '../../queries/read-filter.ts'
import { type Answer, toolOf } from '../tool.ts'
import { unambiguous } from '../unambiguous.ts'

export const show = toolOf({
  name: 'show',
  title: 'Show an entity with its evidence',
  description:
    'All that is said about an entity, or about one relation by its key: each claim as a sentence with its citations, who said it, how sure it is, and rival readings.',
  kinds: { entity: 'text', limit: 'number' },
  required: ['entity'],
  limit: 25,
  gives: { attributes: 'object', relations: 'array', total: 'integer' },
  answer: async ({ base, args: { entity: word }, limit, signal }) =>
    base.ask((graph) => (graph.hasEdge(word) ? edgeOf(graph, word) : sheetOf(graph, word, limit)), {
      ...(signal && { signal }),
    }),
})

function edgeOf(graph: KnowledgeGraph, edge: string): Answer {
  const [source, target] = [graph.source(edge), graph.target(edge)]
  return {
    text: describeRelation(graph, edge),
    json: { version: 1, edge, source, target, ...graph.getEdgeAttributes(edge) },
  }
}

function sheetOf(graph: KnowledgeGraph, word: string, limit: number): Answer {
  const entity = entityId(graph, unambiguous(graph, word))
  const { neighbours, total, next } = neighbourPage(graph, { entity, limit })
  const sheet = { entity, ...graph.getNodeAttributes(entity), relations: neighbours, total }
  return {
    // What is left is told below, in the words of tools.
    text: describeEntity(graph, { ...sheet, total: neighbours.length }),
    json: { version: 1, ...sheet },
    ...(next !== undefined && {
      more: {
        left: total - neighbours.length,
        tool: 'neighbours',
        arguments: { entity, after: next },
      },
    }),
  }
}
