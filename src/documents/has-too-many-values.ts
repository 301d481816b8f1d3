import { mostValues } from './limits.ts'
import type { YamlMap, YamlNode } from './yaml-node.ts'

export function hasTooManyValues(text: string, root: YamlMap): boolean {
  return text.length > mostValues && valuesIn(root) > mostValues
}

function valuesIn(node: YamlNode): number {
  if (node.kind === 'scalar') return 1
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + valuesIn(item), 1)
  return node.entries.reduce((sum, { value }) => sum + 1 + valuesIn(value), 1)
}
