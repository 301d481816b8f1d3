import { describeNeighbours } from '../queries/describe-neighbours.ts'
import { neighbourPage } from '../queries/neighbour-page.ts'
import { type NeighbourOptions, readNeighbourQuestion } from '../queries/read-neighbour-question.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options extends NeighbourOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function listNeighbours(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const page = neighbourPage(graph, readNeighbourQuestion(graph, name, options))
  if (options.json) printJson({ version: 1, ...page })
  else print(describeNeighbours(graph, page))
}
