import { between } from '../queries/between.ts'
import { describeBetween } from '../queries/describe-between.ts'
import { type BetweenOptions, readBetweenQuestion } from '../queries/read-between-question.ts'
import { type BaseOptions, withBase } from './asked-base.ts'
import { print, printJson } from './output.ts'
import { projecting } from './projecting.ts'

interface Options extends BetweenOptions, BaseOptions {
  readonly json?: boolean
  /** A type of events to make ties of before the question is asked. */
  readonly project?: string
}

export async function rankBetween(_words: readonly string[], options: Options): Promise<void> {
  const { data, on, json, project, type, ...given } = options
  await withBase(options, async (base) => {
    const { ask, asked } = await projecting(base.ask, project, given)
    const answer = await ask((graph) =>
      between(graph, readBetweenQuestion(graph, { ...asked, ...(type && { type }) })),
    )
    if (json) printJson({ version: 1, ...answer })
    else print(await ask((graph) => describeBetween(graph, answer)))
  })
}
