import type { YamlNode } from '../../src/documents/yaml-node.ts'
import type { Tree } from './yaml-texts.ts'

/** A tree without its places, to be compared with what another reader makes of the text. */
export function treeOf(node: YamlNode): Tree {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(treeOf)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, treeOf(value)]))
}

/** In the failsafe schema all is text; a key without a value comes as null. */
export function asText(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]))
}
