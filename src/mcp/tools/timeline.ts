import { describeTimeline } from '../../queries/describe-timeline.ts'
import { readTimelineQuestion, timelineKinds } from '../../queries/read-timeline-question.ts'
import { type Moments, type Timeline, timeline as timelineOf } from '../../queries/timeline.ts'
import { moreAfter, toolOf } from '../tool.ts'
import { unambiguous } from '../unambiguous.ts'

const { signal: _signal, ...kinds } = timelineKinds

export const timeline = toolOf({
  name: 'timeline',
  title: 'Timeline of an entity',
  description:
    'What is dated about an entity in order of time, and then what is undated, with the evidence. Dates stay as imprecise as the sources are.',
  kinds: { entity: 'text', ...kinds, offset: 'number' },
  required: ['entity'],
  limit: 30,
  gives: { dated: 'array', undated: 'array', total: 'integer', totalUndated: 'integer' },
  answer: ({ base, args, limit, signal }) => {
    const { entity, offset = 0, ...options } = args
    return base.ask(
      (graph) => {
        const asked = { ...options, limit: offset + limit }
        const question = readTimelineQuestion(graph, unambiguous(graph, entity), asked)
        const whole = timelineOf(graph, question)
        const page = pageOf(whole, offset, limit)
        return {
          text: describeTimeline(graph, page, 'untold'),
          json: { version: 1, ...page },
          ...moreAfter('timeline', offset + countIn(page), whole.total + whole.totalUndated),
        }
      },
      { ...(signal && { signal }) },
    )
  },
})

/** What is dated comes first, and what is not goes on from there. */
function pageOf(whole: Timeline, offset: number, limit: number): Timeline {
  const dated = inPart(whole.dated, offset, limit)
  const undated = whole.undated.slice(
    Math.max(0, offset - whole.total),
    Math.max(0, offset + limit - whole.total),
  )
  return { ...whole, dated, undated }
}

function inPart(moments: readonly Moments[], offset: number, limit: number): Moments[] {
  let before = 0
  return moments.flatMap(({ when, told }) => {
    const part = told.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before))
    before += told.length
    return part.length > 0 ? [{ when, told: part }] : []
  })
}

function countIn({ dated, undated }: Timeline): number {
  return dated.reduce((sum, { told }) => sum + told.length, undated.length)
}
