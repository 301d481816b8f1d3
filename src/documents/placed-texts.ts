import type { Span } from '../text/span.ts'
import type { YamlNode } from './yaml-node.ts'

export interface PlacedText {
  readonly text: string
  readonly span: Span
}

/** All keys and values of a tree, in their order. */
export function placedTexts(node: YamlNode): readonly PlacedText[] {
  if (node.kind === 'list') return node.items.flatMap(placedTexts)
  if (node.kind === 'scalar') return [node]
  return node.entries.flatMap(({ key, value }) => [
    { text: key.value, span: key.span },
    ...placedTexts(value),
  ])
}
