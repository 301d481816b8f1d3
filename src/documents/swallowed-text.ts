import { plainScalars } from './plain-scalars.ts'
import type { YamlNode } from './yaml-node.ts'

export interface SwallowedText {
  readonly start: number
  readonly end: number
}

/**
 * Where YAML cuts a plain text short: ` #` begins a comment, also in `cite: report #p3`, `Facilitator #1` and `name: #1`. A comment
 * that is meant as one has a space after its `#`.
 */
export function swallowedText(text: string, root: YamlNode): SwallowedText[] {
  if (!/ #[^\s#]/.test(text)) return []
  return plainScalars(root).flatMap(({ span, text: value }) => {
    const comment = value === '' ? /^:? *#(?=[^\s#])[^\n]*/ : /^ +#(?=[^\s#])[^\n]*/
    const rest = comment.exec(text.slice(span.end, span.end + 200))
    if (rest === null) return []
    const start = span.end + rest[0].indexOf('#')
    return [{ start, end: span.end + rest[0].trimEnd().length }]
  })
}
