import type { YamlNode, YamlScalar } from './yaml-node.ts'

/** Values that are written without quotes, in order of place. */
export function plainScalars(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'list') return node.items.flatMap(plainScalars)
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => plainScalars(value))
  return node.plain ? [node] : []
}
