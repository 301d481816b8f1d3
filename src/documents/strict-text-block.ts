import {
  type Cursor,
  dash,
  findContent,
  greater,
  leaveLine,
  nextLine,
  scalarAt,
  space,
} from './strict-cursor.ts'
import type { YamlScalar } from './yaml-node.ts'

/** Text after `|`, `|-`, `>` or `>-`; leaves the cursor on the next content. */
export function readTextBlock(cursor: Cursor, parent: number): YamlScalar | undefined {
  const { text, at: start } = cursor
  const folds = text.charCodeAt(start) === greater
  const strips = text.charCodeAt(start + 1) === dash
  cursor.at += strips ? 2 : 1
  if (!text.endsWith('\n') || !leaveLine(cursor)) return undefined
  const indent = spacesAt(text, cursor.at)
  const lines = indent > parent ? readLines(cursor, indent, folds) : undefined
  if (lines === undefined) return undefined
  cursor.end = cursor.at
  if (!findContent(cursor)) return undefined
  const value = folds ? fold(lines) : lines.join('\n')
  return scalarAt(cursor, strips ? value : `${value}\n`, false, start, cursor.end)
}

/**
 * Leaves the cursor behind the last line that is not empty. Gives up where the first is empty, and on deeper lines: of
 * spaces, or to fold.
 */
function readLines(cursor: Cursor, indent: number, folds: boolean): string[] | undefined {
  const { text } = cursor
  const lines: string[] = []
  let count = 0
  for (let at = cursor.at; at < text.length; at = nextLine(text, at)) {
    const line = lineAt(text, at)
    const spaces = spacesAt(line, 0)
    const isEmpty = spaces === line.length && spaces <= indent
    if (!isEmpty && spaces < indent) break
    const content = line.slice(indent)
    if (isEmpty ? count === 0 : isOdd(content, folds)) return undefined
    lines.push(content)
    if (isEmpty) continue
    count = lines.length
    cursor.at = nextLine(text, at)
  }
  return lines.slice(0, count)
}

function isOdd(content: string, folds: boolean): boolean {
  return content.trim() === '' || (folds && content.startsWith(' '))
}

/** One line end is a space; of several the first is none. */
function fold(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n(\n*)/g, (_, more: string) => more || ' ')
}

function spacesAt(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) === space) at++
  return at - from
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from)
  return text.slice(from, text.charCodeAt(end - 1) < space ? end - 1 : end)
}
