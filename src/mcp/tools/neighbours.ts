import { describeNeighbours } from '../../queries/describe-neighbours.ts'
import { neighbourPage } from '../../queries/neighbour-page.ts'
import { neighbourKinds, readNeighbourQuestion } from '../../queries/read-neighbour-question.ts'
import { toolOf } from '../tool.ts'
import { unambiguous } from '../unambiguous.ts'

const { signal: _signal, ...kinds } = neighbourKinds

export const neighbours = toolOf({
  name: 'neighbours',
  title: 'Neighbours of an entity',
  description:
    'The claims that tie an entity to others, by relation or in order of time, with their evidence. Filters narrow them down; pages go through all.',
  kinds: { entity: 'text', ...kinds },
  required: ['entity'],
  limit: 25,
  gives: { neighbours: 'array', total: 'integer', entities: 'integer', before: 'integer' },
  answer: ({ base, args: { entity: word, ...options }, limit, signal }) =>
    base.ask(
      (graph) => {
        const entity = unambiguous(graph, word)
        const page = neighbourPage(
          graph,
          readNeighbourQuestion(graph, entity, { ...options, limit }),
        )
        const { next, ...last } = page
        const left = page.total - page.before - page.neighbours.length
        return {
          // What is left is told below, in the words of tools.
          text: describeNeighbours(graph, last),
          json: { version: 1, ...page },
          ...(next !== undefined && {
            more: { left, tool: 'neighbours', arguments: { after: next } },
          }),
        }
      },
      { ...(signal && { signal }) },
    ),
})
