import pico from 'picocolors'
import stringWidth from 'string-width'
import { escapeForTerminal } from '../../text/escape-for-terminal.ts'
import { isAscii } from '../../text/is-ascii.ts'
import { type LineIndex, lineAt, positionAt } from '../../text/line-index.ts'
import type { Diagnostic, Note } from '../diagnostic.ts'
import { beforePair } from './before-pair.ts'

/** In columns of the terminal, of which a Chinese character or an emoji takes two. */
const widest = 160

/** Where, what, the source line with a pointer under it, and the places that explain it. Ends without a newline. */
export function renderForTerminal(
  diagnostic: Diagnostic,
  textOf: (file: string) => LineIndex | undefined,
  colour = false,
): string {
  const paint = pico.createColors(colour)
  const { severity, code, message, span, notes } = diagnostic
  const tint = severity === 'error' ? paint.red : paint.yellow
  const head = `${paint.bold(placeOf(span, textOf))}  ${tint(severity)}  ${paint.dim(code)}`
  const lines = [head, `  ${escapeForTerminal(message)}`]
  const index = textOf(span.file)
  if (index && !index.isBlank) lines.push('', ...frame(diagnostic, index, paint, tint))
  for (const note of notes) lines.push(`     ${paint.dim('=')} ${noteInWords(note, textOf)}`)
  return lines.join('\n')
}

function placeOf(
  { file, start }: Diagnostic['span'],
  textOf: (file: string) => LineIndex | undefined,
): string {
  const index = textOf(file)
  const path = escapeForTerminal(file)
  if (index === undefined) return path
  const { line, column } = positionAt(index, start)
  return `${path}:${line}:${column}`
}

function noteInWords(
  { message, span }: Note,
  textOf: (file: string) => LineIndex | undefined,
): string {
  const text = escapeForTerminal(message)
  return span === undefined ? text : `${text} ${placeOf(span, textOf)}`
}

function frame(
  { span }: Diagnostic,
  index: LineIndex,
  paint: ReturnType<typeof pico.createColors>,
  tint: (text: string) => string,
): string[] {
  const { line, column } = positionAt(index, span.start)
  const source = lineAt(index, line)
  const gutter = String(line).length
  const numbered = (number: number, text: string) =>
    `  ${paint.dim(`${String(number).padStart(gutter)} │`)} ${text}`.trimEnd()
  const from = cutBefore(source, column - 1)
  const show = (text: string) => {
    const start = beforePair(text, from)
    return escapeForTerminal(text.slice(start, cutAfter(text, start)))
  }
  const before = columnsOf(escapeForTerminal(source.slice(from, column - 1)))
  const end = Math.min(cutAfter(source, from), column - 1 + Math.max(1, span.end - span.start))
  const width = Math.max(1, columnsOf(escapeForTerminal(source.slice(column - 1, end))))
  const above = lineAt(index, line - 1)
  return [
    ...(line > 1 && above.trim() !== '' ? [numbered(line - 1, show(above))] : []),
    numbered(line, show(source)),
    `  ${' '.repeat(gutter)} ${paint.dim('│')} ${' '.repeat(before)}${tint('^'.repeat(width))}`,
  ]
}

/** Where to begin a very long line, so that the pointer stays on the screen: no later than the place. */
function cutBefore(source: string, place: number): number {
  if (place < widest && columnsOf(escapeForTerminal(source.slice(0, place))) < widest) return 0
  const start = beforePair(source, Math.max(0, place - widest / 2))
  const near = [...source.slice(start, place)].reverse()
  return place - unitsWithin(near, widest / 2 - 1)
}

function cutAfter(text: string, from: number): number {
  if (text.length <= from + widest && isAscii(text)) return text.length
  return from + unitsWithin([...text.slice(from, beforePair(text, from + widest))], widest)
}

/** How much of the text the first characters are that fit into so many columns. */
function unitsWithin(characters: readonly string[], columns: number): number {
  let units = 0
  let used = 0
  for (const character of characters) {
    used += columnsOf(escapeForTerminal(character))
    if (used > columns) break
    units += character.length
  }
  return units
}

/** Of text without anything that a terminal acts on. Nearly all of it is ASCII, whose width is its length. */
function columnsOf(text: string): number {
  return isAscii(text) ? text.length : stringWidth(text)
}
