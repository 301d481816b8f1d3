import type { Span } from '../../src/text/span.ts'
import { compiled } from '../graph/sources-of.ts'

/** What the checker tells of a base, each with what stands at its place, and at those of its notes, up to a line end or brace. */
export function told(texts: Readonly<Record<string, string>>) {
  const at = (span: Span | undefined) =>
    span && /[^}\n]*/.exec(texts[span.file]?.slice(span.start) ?? '')?.[0].trim()
  return compiled(texts).diagnostics.map(({ code, span, message, notes, fix }) => ({
    code,
    fix,
    at: at(span),
    message,
    notes: notes.map((note) => at(note.span)),
  }))
}

/** The same in a line each: `too-many leads: b (beside leads: a)`. */
export function toldInLines(texts: Readonly<Record<string, string>>): string[] {
  return told(texts).map(({ code, at, notes }) =>
    [code, at, ...notes.map((note) => `(beside ${note})`)].join(' '),
  )
}
