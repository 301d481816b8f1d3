import { createHash } from 'node:crypto'
import type { GraphAttributes } from '../graph/knowledge-graph.ts'
import type { PartLines } from './graph-lines.ts'

/** Names the bytes of a graph without a look at all of them: 16 digits, in hex. */
export function graphVersion(
  attributes: AttributeTexts,
  ids: Iterable<string>,
  lines: ReadonlyMap<string, PartLines>,
): string {
  const digests = [...attributes.values()].map(({ text }) => text)
  for (const id of ids) digests.push(lines.get(id)?.digest ?? '')
  return createHash('sha256').update(digests.join('\n')).digest('hex').slice(0, 16)
}

/** The attributes of a graph, each as JSON. */
export type AttributeTexts = ReadonlyMap<
  keyof GraphAttributes,
  { readonly value: unknown; readonly text: string }
>

/** What is the same object as the last time is not written again. */
export function attributeTexts(attributes: GraphAttributes, last: AttributeTexts): AttributeTexts {
  const keys = Object.keys(attributes) as (keyof GraphAttributes)[]
  return new Map(
    keys.map((key) => {
      const value = attributes[key]
      const known = last.get(key)
      return [key, known?.value === value ? known : { value, text: JSON.stringify(value) }]
    }),
  )
}
