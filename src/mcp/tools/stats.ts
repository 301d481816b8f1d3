import { filterGraph } from '../../graph/filter-graph.ts'
import { describeStatistics } from '../../queries/describe-statistics.ts'
import { partKinds, readPart } from '../../queries/read-filter.ts'
import { statistics } from '../../queries/statistics.ts'
import { moreAfter, toolOf } from '../tool.ts'

export const stats = toolOf({
  name: 'stats',
  title: 'How much there is, and how well founded',
  description:
    'Counts by type, relation and kind; how many claims are uncited, rest on one source, are inferred, disputed or undated; how far each source is used. Of the whole base or of a part.',
  kinds: { ...partKinds, limit: 'number', offset: 'number' },
  required: [],
  limit: 25,
  gives: { entities: 'integer', relations: 'integer', claims: 'object', sources: 'array' },
  answer: async ({ base, args: { limit: _limit, offset = 0, ...part }, limit, signal }) => {
    const known = Object.keys(part).length === 0 ? base.statistics : undefined
    const whole =
      known ??
      (await base.ask((graph) => statistics(filterGraph(graph, readPart(graph, part))), {
        ...(signal && { signal }),
      }))
    const page = { ...whole, sources: whole.sources.slice(offset, offset + limit) }
    return {
      text: describeStatistics(page),
      json: { version: 1, ...page },
      ...moreAfter('stats', offset + page.sources.length, whole.sources.length),
    }
  },
})
