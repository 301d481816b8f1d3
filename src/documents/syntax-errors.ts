import type { YAMLParseError } from 'yaml'
import { lineIndex, positionAt } from '../text/line-index.ts'
import { tokensOf } from './yaml-tokens.ts'

export interface SyntaxError {
  readonly start: number
  readonly end: number
  /** The parser's code, or one of ours where its code stands for two different mistakes. */
  readonly code: string
  readonly detail: string
}

/** What the parser refuses, one mistake a line, each where a person would look for it. */
export function syntaxErrors(text: string, errors: readonly YAMLParseError[]): SyntaxError[] {
  const index = lineIndex(text)
  const lines = new Set<number>()
  const isFirstInLine = ({ pos: [start] }: YAMLParseError) => {
    const { line } = positionAt(index, start)
    return !lines.has(line) && lines.add(line)
  }
  const retellings = errors.filter(isFirstInLine).map((error) => retold(text, error))
  return [...new Map(retellings.map((error) => [error.start, error])).values()]
}

function retold(text: string, { code, message, pos: [start, end] }: YAMLParseError): SyntaxError {
  if (code === 'MISSING_CHAR' && /closing ['"]/.test(message)) {
    const opening = openQuote(text)
    if (opening !== undefined)
      return { start: opening, end: opening + 1, code: 'OPEN_QUOTE', detail: message }
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !/: ./.test(restOfLine(text, start))) {
    const next = text.indexOf('\n', start) + 1
    return { start: next, end: next + 1, code: 'INDENTED_TOO_FAR', detail: message }
  }
  if (/\u00a0/.test(text.slice(start, end)))
    return { start, end, code: 'NO_BREAK_SPACE', detail: message }
  return { start, end, code, detail: message }
}

function restOfLine(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end)
}

/** Where the quote begins that the text ends in. */
function openQuote(text: string): number | undefined {
  for (const { token, type, start } of tokensOf(text)) {
    const quote = token.charAt(0)
    if (!type.endsWith('quoted-scalar')) continue
    if (token.length === 1 || !token.endsWith(quote)) return start
  }
  return undefined
}
