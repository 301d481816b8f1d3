import type { Diagnostic, Replacement } from '../diagnostics/diagnostic.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'

/** The replacements that the diagnostics of one file are certain of. Of two at one place the first is made. */
export function replacements(diagnostics: readonly Diagnostic[], text: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (const { span, fix } of diagnostics) {
    const edit = typeof fix === 'object' ? editFor(fix, span, text) : undefined
    if (edit && !edits.some((other) => overlap(edit, other))) edits.push(edit)
  }
  return edits
}

/** Nothing where the place does not show the text as it was read, or not once: in a folded text, say. */
function editFor(fix: Replacement, span: Span, text: string): TextEdit | undefined {
  const written = text.slice(span.start, span.end)
  if (written === fix.text) return { start: span.start, end: span.end, text: scalar(fix.by) }
  return editWithin(written, span, fix)
}

/** In quotes, or in a citation that names the source and a place in it. */
function editWithin(written: string, span: Span, { text, by }: Replacement): TextEdit | undefined {
  if (!isPlain(by) || !isPlain(text)) return undefined
  const around = written.split(text)
  const [before = '', after = ''] = around
  if (around.length !== 2 || /[\p{L}\p{N}_-]$/u.test(before) || /^[\p{L}\p{N}_-]/u.test(after)) {
    return undefined
  }
  const start = span.start + before.length
  return { start, end: start + text.length, text: by }
}

function scalar(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text)
}

/** Whether YAML reads these characters as themselves wherever they stand, also within quotes. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ./_~?-]*(?<! )$/u.test(text) && !/^(null|~)$/i.test(text)
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start < b.end && b.start < a.end
}
