import { describeTimeline } from '../queries/describe-timeline.ts'
import { readTimelineQuestion, type TimelineOptions } from '../queries/read-timeline-question.ts'
import { timeline } from '../queries/timeline.ts'
import { type BaseOptions, printAnswer } from './asked-base.ts'

interface Options extends TimelineOptions, BaseOptions {
  readonly json?: boolean
}

export async function tellTimeline(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  await printAnswer(
    options,
    (graph) => timeline(graph, readTimelineQuestion(graph, name, options)),
    describeTimeline,
  )
}
