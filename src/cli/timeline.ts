import { describeTimeline } from '../queries/describe-timeline.ts'
import { readTimelineQuestion, type TimelineOptions } from '../queries/read-timeline-question.ts'
import { timeline } from '../queries/timeline.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends TimelineOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function tellTimeline(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const answer = timeline(graph, readTimelineQuestion(graph, name, options))
  if (options.json) printJson({ version: 1, ...answer })
  else print(describeTimeline(graph, answer))
}
