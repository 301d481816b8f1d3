import type { YamlList, YamlMap, YamlNode } from '../documents/yaml-node.ts'

/** A range of whole lines. */
export interface Lines {
  readonly start: number
  readonly end: number
}

export type Collection = YamlList | YamlMap

/** Written in brackets. */
export function isFlow(text: string, node: YamlNode): boolean {
  return node.kind !== 'scalar' && /[[{]/.test(text.charAt(node.span.start))
}

/** Where the last thing of a value ends; the span of a block may go on over blank lines and comments. */
export function contentEnd(text: string, node: YamlNode): number {
  const last = node.kind === 'scalar' || isFlow(text, node) ? undefined : childrenOf(node).at(-1)
  if (last) return contentEnd(text, last)
  const { start, end } = node.span
  return start + text.slice(start, end).trimEnd().length
}

export function childrenOf(node: Collection): readonly YamlNode[] {
  return node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)
}

/** The lines of each entry or item of a block, with the comments right above it and those below that are set in. */
export function partsOf(text: string, block: Collection): readonly Lines[] {
  const column = columnAt(text, block.span.start)
  const parts: Lines[] = []
  let floor = 0
  for (const [index, child] of childrenOf(block).entries()) {
    const first =
      block.kind === 'map' ? block.entries[index]?.key.span.start : dashOf(text, child, column)
    const start = withCommentsAbove(text, lineStart(text, first ?? child.span.start), floor)
    const end = withCommentsBelow(text, lineEnd(text, contentEnd(text, child)), column)
    parts.push({ start, end })
    floor = end
  }
  return parts
}

/** The dash of an item: at the column of its list, in the item's line or above it. */
function dashOf(text: string, item: YamlNode, column: number): number {
  let start = lineStart(text, item.span.start)
  const isDash = () =>
    text.charAt(start + column) === '-' && text.slice(start, start + column).trim() === ''
  while (start > 0 && !isDash()) start = lineStart(text, start - 1)
  return start + column
}

function withCommentsAbove(text: string, start: number, floor: number): number {
  let top = start
  while (top > floor) {
    const above = lineStart(text, top - 1)
    if (above >= top || !isComment(text, above)) break
    top = above
  }
  return top
}

function withCommentsBelow(text: string, end: number, column: number): number {
  let bottom = end
  while (isComment(text, bottom) && text.indexOf('#', bottom) - bottom > column) {
    bottom = lineEnd(text, bottom)
  }
  return bottom
}

function isComment(text: string, start: number): boolean {
  return /^ *#/.test(text.slice(start, lineEnd(text, start)))
}

/** Where a line begins; a byte order mark is no part of it. */
export function lineStart(text: string, at: number): number {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  return start === 0 && text.startsWith('\ufeff') ? 1 : start
}

/** Behind the line end. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

export function columnAt(text: string, at: number): number {
  return at - lineStart(text, at)
}

export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
