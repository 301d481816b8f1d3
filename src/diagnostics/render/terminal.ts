import pico from 'picocolors'
import stringWidth from 'string-width'
import { escapeForTerminal } from '../../text/escape-for-terminal.ts'
import { type LineIndex, lineAt, positionAt } from '../../text/line-index.ts'
import type { Diagnostic, Note } from '../diagnostic.ts'

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
  if (index && index.text.trim() !== '') lines.push('', ...frame(diagnostic, index, paint, tint))
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
  // A very long line is cut around the place, so that the pointer stays on the screen.
  const from = column > widest ? column - widest / 2 : 0
  const show = (text: string) => escapeForTerminal(text.slice(from, from + widest))
  const before = stringWidth(show(source.slice(0, column - 1)))
  const marked = source.slice(column - 1, column - 1 + Math.max(1, span.end - span.start))
  const width = Math.max(
    1,
    Math.min(stringWidth(show(source)) - before, stringWidth(escapeForTerminal(marked))),
  )
  const above = lineAt(index, line - 1)
  return [
    ...(line > 1 && above.trim() !== '' ? [numbered(line - 1, show(above))] : []),
    numbered(line, show(source)),
    `  ${' '.repeat(gutter)} ${paint.dim('│')} ${' '.repeat(before)}${tint('^'.repeat(width))}`,
  ]
}
