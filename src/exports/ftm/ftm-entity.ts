import { ftmName, ftmText } from './ftm-text.ts'

/** An entity or a link before it is tidied; what is undefined is not said. */
export interface FtmDraft {
  /** The key of the node, edge, source or decision that it is made of. */
  readonly key: string
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly (string | undefined)[]>>
}

/** The line of the file. Every value stands once. */
export function ftmLine({ id, schema, properties }: FtmDraft): string {
  const told = Object.entries(properties).flatMap(([name, values]) => {
    const said = new Set(textsOf(name, values))
    return said.size === 0 ? [] : [[name, [...said]]]
  })
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(told) })}\n`
}

/** How many aliases and notes are one with another. */
export function countRepeated({ properties }: FtmDraft): number {
  return ['alias', 'notes'].reduce((sum, name) => {
    const texts = textsOf(name, properties[name] ?? [])
    return sum + texts.length - new Set(texts).size
  }, 0)
}

/** How many texts do not arrive letter for letter. */
export function countTidied({ properties }: FtmDraft): number {
  return Object.entries(properties).reduce(
    (sum, [name, values]) =>
      sum + values.filter((value) => value !== undefined && tidied(name, value) !== value).length,
    0,
  )
}

function textsOf(property: string, values: readonly (string | undefined)[]): string[] {
  return values
    .flatMap((value) => (value === undefined ? [] : tidied(property, value)))
    .filter((text) => text !== '')
}

function tidied(property: string, value: string): string {
  return property === 'name' || property === 'alias' ? ftmName(value) : ftmText(value)
}
