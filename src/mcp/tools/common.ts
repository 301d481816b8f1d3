import { common as commonOf } from '../../queries/common.ts'
import { describeCommon } from '../../queries/describe-common.ts'
import { commonKinds, readCommonQuestion } from '../../queries/read-common-question.ts'
import { moreAfter, toolOf } from '../tool.ts'
import { unambiguous } from '../unambiguous.ts'

const { signal: _signal, ...kinds } = commonKinds

export const common = toolOf({
  name: 'common',
  title: 'What two entities share',
  description:
    'What two entities share: the claims that tie them to each other, and the entities to which claims tie both, or an event of either; with the evidence for both sides, the surest first.',
  kinds: { first: 'text', second: 'text', ...kinds, offset: 'number' },
  required: ['first', 'second'],
  limit: 15,
  gives: { ties: 'array', shared: 'array', total: 'integer' },
  answer: ({ base, args, limit, signal }) => {
    const { offset = 0, first, second, ...options } = args
    return base.ask(
      (graph) => {
        const [one, other] = [unambiguous(graph, first), unambiguous(graph, second)]
        const asked = { ...options, limit: offset + limit }
        const answer = commonOf(graph, readCommonQuestion(graph, one, other, asked))
        const page = { ...answer, shared: answer.shared.slice(offset) }
        return {
          text: describeCommon(graph, page, 'untold'),
          json: { version: 1, ...page },
          ...moreAfter('common', offset + page.shared.length, answer.total),
        }
      },
      { ...(signal && { signal }) },
    )
  },
})
