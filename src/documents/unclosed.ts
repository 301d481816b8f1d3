import { type SyntaxSlip, slipAt } from './syntax-slip.ts'
import { lineAround } from './text-lines.ts'
import { tokensOf } from './yaml-tokens.ts'

/** Where the quote begins that the text, or the lines that are indented like it, ends in. */
export function openQuote(text: string): SyntaxSlip | undefined {
  for (const { token, type, start } of tokensOf(text)) {
    const quote = token.charAt(0)
    if (!type.endsWith('quoted-scalar')) continue
    if (token.length === 1 || !token.endsWith(quote) || endsInEscape(token))
      return slipAt(start, start + 1, 'open-quote', quote)
  }
  return undefined
}

/** `"a\"` ends in a quote that is text. */
function endsInEscape(token: string): boolean {
  const backslashes = /\\*(?="$)/.exec(token)?.[0].length ?? 0
  return backslashes % 2 === 1
}

interface Opening {
  readonly token: string
  readonly start: number
}

const openings: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

/** The first bracket that is not closed, or not by its like. */
export function openBracket(text: string): SyntaxSlip | undefined {
  const open: Opening[] = []
  for (const { token, start } of bracketsOf(text)) {
    if (token === '[' || token === '{') {
      open.push({ token, start })
      continue
    }
    const last = open.pop()
    if (last && token === '') return unclosed(text, last, start)
    if (last && last.token !== openings[token]) return mismatch(text, open, last, { token, start })
  }
  const last = open.at(-1)
  return last && unclosed(text, last, text.length)
}

/** Whether brackets that are opened before a place hold it. */
export function isInBrackets(text: string, at: number): boolean {
  let depth = 0
  for (const { token, start } of bracketsOf(text)) {
    if (start >= at) break
    if (token === '') depth = 0
    else depth += token === '[' || token === '{' ? 1 : -1
  }
  return depth > 0
}

/** An empty one stands where lines of too little indent put an end to those that are open. */
function* bracketsOf(text: string): Generator<Opening> {
  for (const { token, type, start } of tokensOf(text)) {
    if (/^flow-(?:seq|map|error)/.test(type)) yield { token, start }
  }
}

/** The bracket that closes may be the wrong one, or the right one of another that is open around the last. */
function mismatch(
  text: string,
  around: readonly Opening[],
  last: Opening,
  { token, start }: Opening,
): SyntaxSlip {
  const isOther = around.some((opening) => opening.token === openings[token])
  return isOther
    ? unclosed(text, last, text.length)
    : slipAt(start, start + 1, 'wrong-bracket', last.token)
}

function unclosed(text: string, { token, start }: Opening, end: number): SyntaxSlip {
  const closing = token === '[' ? ']' : '}'
  const next = lineAround(text, end)
  const goesOn = new RegExp(`^[^:#]*\\${closing}`).test(next.content)
  if (end < text.length && goesOn)
    return slipAt(next.contentStart, next.end, 'bracket-indent', token)
  const near = text.slice(start, Math.min(end, start + 500))
  const comment = new RegExp(` #[^\\n]*\\${closing}`).test(near)
  return slipAt(start, start + 1, comment ? 'bracket-in-comment' : 'open-bracket', token)
}
