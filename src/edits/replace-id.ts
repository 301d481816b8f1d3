import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'

/**
 * The edit that puts another id into a scalar that begins with one: the quotes or the head of a text block before it
 * and what follows it stay. Nothing where the id is written with escapes, so that its letters do not stand there.
 */
export function replaceId(
  text: string,
  { start, end }: Span,
  from: string,
  to: string,
): TextEdit | undefined {
  const [before = ''] = opening.exec(text.slice(start, end)) ?? []
  const at = start + before.length
  return text.startsWith(from, at) ? { start: at, end: at + from.length, text: to } : undefined
}

/** A quote, or the first line of a text block, and blanks. */
const opening = /^(?:["']|[|>][^\n]*\n)?\s*/
