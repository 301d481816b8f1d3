import { entitySearch } from '../queries/search-entities.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson, say } from './output.ts'

interface Options {
  readonly data?: string
  readonly json?: boolean
  readonly limit: number
}

export async function find(words: readonly string[], options: Options): Promise<void> {
  const text = words.flat().join(' ')
  const { graph } = await openGraph(options.data)
  const found = entitySearch(graph)(text, options.limit)
  if (options.json) return printJson({ version: 1, found })
  if (found.length === 0) return say(`Nothing is found for "${text}".`)
  const width = Math.max(...found.map(({ id }) => id.length))
  const { entities } = graph.getAttribute('ontology')
  print(
    found
      .map(
        ({ id, label, type }) => `${id.padEnd(width)}  ${label} (${entities[type]?.label ?? type})`,
      )
      .join('\n'),
  )
}
