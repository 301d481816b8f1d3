import { between } from '../queries/between.ts'
import { describeBetween } from '../queries/describe-between.ts'
import { type BetweenOptions, readBetweenQuestion } from '../queries/read-between-question.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends BetweenOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function rankBetween(_words: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  const answer = between(graph, readBetweenQuestion(graph, options))
  if (options.json) printJson({ version: 1, ...answer })
  else print(describeBetween(graph, answer))
}
