import { between } from '../queries/between.ts'
import { describeBetween } from '../queries/describe-between.ts'
import { projected } from '../queries/projected.ts'
import { type BetweenOptions, readBetweenQuestion } from '../queries/read-between-question.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends BetweenOptions {
  readonly data?: string
  readonly json?: boolean
  /** A type of events to make ties of before the question is asked. */
  readonly project?: string
}

export async function rankBetween(_words: readonly string[], options: Options): Promise<void> {
  const { data, json, project, type, ...given } = options
  const { graph, options: asked } = projected((await openGraph(data)).graph, project, given)
  const answer = between(graph, readBetweenQuestion(graph, { ...asked, ...(type && { type }) }))
  if (json) printJson({ version: 1, ...answer })
  else print(describeBetween(graph, answer))
}
