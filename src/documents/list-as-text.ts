import type { Span } from '../text/span.ts'
import { plainScalars } from './plain-scalars.ts'
import type { YamlNode } from './yaml-node.ts'

export interface ListAsText {
  readonly span: Span
  readonly mark: string
}

/** What a word processor or a hurried hand makes of `- `: a dash without its space, another dash, a bullet. */
const marked = /^(?:-(?=[\p{L}\p{N}])|[–—•·‣●▪])/u

/** Texts whose lines all begin as the items of a list would: YAML folds such lines into one text. */
export function listsAsText(text: string, root: YamlNode): ListAsText[] {
  if (!/^ *(?:-[^\s-]|[–—•·‣●▪])/m.test(text)) return []
  return plainScalars(root).flatMap(({ span }) => {
    const lines = text.slice(span.start, span.end).split('\n')
    const isList = lines.length > 1 && lines.every((line) => marked.test(line.trimStart()))
    return isList ? [{ span, mark: lines[0]?.charAt(0) ?? '' }] : []
  })
}
