import type { YamlNode } from './yaml-node.ts'

export interface SwallowedText {
  readonly start: number
  readonly end: number
}

/**
 * Where YAML cuts a plain text short: ` #` begins a comment, also in `cite: report #p3` and `Facilitator #1`. A comment
 * that is meant as one has a space after its `#`.
 */
export function swallowedText(text: string, root: YamlNode): SwallowedText[] {
  if (!/ #[^\s#]/.test(text)) return []
  return plainScalars(root).flatMap(({ span }) => {
    const rest = /^ +#(?=[^\s#])[^\n]*/.exec(text.slice(span.end, span.end + 200))
    if (rest === null) return []
    const start = span.end + rest[0].indexOf('#')
    return [{ start, end: span.end + rest[0].trimEnd().length }]
  })
}

function plainScalars(node: YamlNode): (YamlNode & { readonly kind: 'scalar' })[] {
  if (node.kind === 'list') return node.items.flatMap(plainScalars)
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => plainScalars(value))
  return node.plain && node.text !== '' ? [node] : []
}
