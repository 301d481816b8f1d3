import { neighbours } from '../queries/neighbours.ts'
import { entityId, type FilterOptions, readFilter } from '../queries/read-filter.ts'
import { relationInWords } from './claim-in-words.ts'
import { openGraph } from './open-folder.ts'
import { counted, indented, print, printJson } from './output.ts'

interface Options extends FilterOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function listNeighbours(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const id = entityId(graph, name)
  const found = neighbours(graph, id, readFilter(graph, options))
  if (options.json) return printJson({ version: 1, entity: id, neighbours: found })
  const others = new Set(found.map(({ entity }) => entity)).size
  const label = graph.getNodeAttribute(id, 'label')
  print(
    [
      `${label}: ${counted(found.length, 'relation')} to ${counted(others, 'entity', 'entities')}`,
      ...found.map((neighbour) => indented(relationInWords(graph, neighbour))),
    ].join('\n\n'),
  )
}
