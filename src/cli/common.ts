import { common } from '../queries/common.ts'
import { describeCommon } from '../queries/describe-common.ts'
import { type CommonOptions, readCommonQuestion } from '../queries/read-common-question.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends CommonOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function listCommon(
  [first = '', second = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const answer = common(graph, readCommonQuestion(graph, first, second, options))
  if (options.json) printJson({ version: 1, ...answer })
  else print(describeCommon(graph, answer))
}
