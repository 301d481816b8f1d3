import { describeGroups } from '../queries/describe-groups.ts'
import { groups } from '../queries/groups.ts'
import { type GroupsOptions, readGroupsQuestion } from '../queries/read-groups-question.ts'
import { type BaseOptions, printAnswer } from './asked-base.ts'

interface Options extends GroupsOptions, BaseOptions {
  readonly json?: boolean
}

export async function listGroups(_words: readonly string[], options: Options): Promise<void> {
  await printAnswer(
    options,
    (graph) => groups(graph, readGroupsQuestion(graph, options)),
    describeGroups,
  )
}
