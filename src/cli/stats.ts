import { filterGraph } from '../graph/filter-graph.ts'
import { describeStatistics } from '../queries/describe-statistics.ts'
import { type PartOptions, readPart } from '../queries/read-filter.ts'
import { statistics } from '../queries/statistics.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends PartOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function stats(_words: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  const result = statistics(filterGraph(graph, readPart(graph, options)))
  if (options.json) printJson({ version: 1, ...result })
  else print(describeStatistics(result))
}
