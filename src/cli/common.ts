import { common } from '../queries/common.ts'
import { describeCommon } from '../queries/describe-common.ts'
import { type CommonOptions, readCommonQuestion } from '../queries/read-common-question.ts'
import { type BaseOptions, printAnswer } from './asked-base.ts'

interface Options extends CommonOptions, BaseOptions {
  readonly json?: boolean
}

export async function listCommon(
  [first = '', second = '']: readonly string[],
  options: Options,
): Promise<void> {
  await printAnswer(
    options,
    (graph) => common(graph, readCommonQuestion(graph, first, second, options)),
    describeCommon,
  )
}
