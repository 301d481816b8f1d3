import { filterGraph } from '../graph/filter-graph.ts'
import { describeStatistics } from '../queries/describe-statistics.ts'
import { type PartOptions, readPart } from '../queries/read-filter.ts'
import { statistics } from '../queries/statistics.ts'
import { type BaseOptions, withBase } from './asked-base.ts'
import { print, printJson } from './output.ts'

interface Options extends PartOptions, BaseOptions {
  readonly json?: boolean
}

export async function stats(_words: readonly string[], options: Options): Promise<void> {
  const { data, on, json, ...part } = options
  await withBase(options, async ({ ask, statistics: known }) => {
    const isWhole = Object.entries(part).every(([name, value]) => name === 'inferred' && value)
    const result =
      isWhole && known !== undefined
        ? known
        : await ask((graph) => statistics(filterGraph(graph, readPart(graph, part))))
    if (json) printJson({ version: 1, ...result })
    else print(describeStatistics(result))
  })
}
