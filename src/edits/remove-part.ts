import type { TextEdit } from '../text/text-edit.ts'
import { commentsIn } from './comments-in.ts'
import { type Collection, childrenOf, columnAt, contentEnd, isFlow, partsOf } from './extent.ts'
import { insertLines } from './insert-lines.ts'

/** The edit that takes an item of a list or an entry of a map away, with its lines or its comma. */
export function removePart(text: string, node: Collection, index: number): TextEdit {
  if (!isFlow(text, node)) {
    const { start, end } = partsOf(text, node)[index] ?? node.span
    return { start, end, text: '' }
  }
  const starts =
    node.kind === 'list'
      ? node.items.map(({ span }) => span.start)
      : node.entries.map(({ key }) => key.span.start)
  const ends = childrenOf(node).map((child) => contentEnd(text, child))
  const next = starts[index + 1]
  const start = starts[index] ?? node.span.start
  if (next !== undefined) return { start, end: next, text: '' }
  return { start: ends[index - 1] ?? start, end: ends[index] ?? start, text: '' }
}

/** The same, but its comments stay where it was. */
export function removeButComments(text: string, node: Collection, index: number): TextEdit {
  const removed = removePart(text, node, index)
  if (isFlow(text, node)) return removed
  const comments = commentsIn(text, removed, []).map((comment) => `# ${comment}`)
  const column = columnAt(text, node.span.start)
  return { ...removed, text: insertLines(text, removed.start, column, comments).text }
}
