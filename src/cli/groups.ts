import { describeGroups } from '../queries/describe-groups.ts'
import { groups } from '../queries/groups.ts'
import { type GroupsOptions, readGroupsQuestion } from '../queries/read-groups-question.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends GroupsOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function listGroups(_words: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  const answer = groups(graph, readGroupsQuestion(graph, options))
  if (options.json) printJson({ version: 1, ...answer })
  else print(describeGroups(graph, answer))
}
