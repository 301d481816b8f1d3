import type { FoundBy } from '../queries/search-entities.ts'
import { inLine } from '../text/in-line.ts'
import { type BaseOptions, withBase } from './asked-base.ts'
import { print, printJson, say } from './output.ts'

interface Options extends BaseOptions {
  readonly json?: boolean
  readonly limit: number
}

export async function find(words: readonly string[], options: Options): Promise<void> {
  const text = words.flat().join(' ')
  await withBase(options, async (base) => {
    const { found, truncated } = await base.find(text, options.limit)
    if (truncated) {
      say(
        'Very many entities bear such words, and only some were ranked. More letters find better.',
      )
    }
    if (options.json) return printJson({ version: 1, found })
    if (found.length === 0) return say(`Nothing is found for "${text}".`)
    const width = Math.max(...found.map(({ id }) => id.length))
    const { entities } = await base.ask((graph) => graph.getAttribute('ontology'))
    print(
      found
        .map(
          ({ id, label, type, by }) =>
            `${id.padEnd(width)}  ${inLine(label)} (${inLine(entities[type]?.label ?? type)})${foundBy(by)}`,
        )
        .join('\n'),
    )
  })
}

/** Why an entity is found whose label does not tell it: its other name or its summary says so itself. */
function foundBy(by: FoundBy | undefined): string {
  if (by === undefined) return ''
  if (by.field === 'id') return ', by its id'
  return by.field === 'alias' ? `, also ${inLine(by.text)}` : `: ${inLine(by.text)}`
}
