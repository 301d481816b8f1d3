import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { Span } from '../text/span.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import type { FileChange } from './file-change.ts'

export interface FixedProblems {
  readonly changes: readonly FileChange[]
  readonly fixed: readonly Diagnostic[]
}

/** Writes what the diagnostics of these files are certain of. Of two fixes at one place the first is made. */
export function fixProblems(
  files: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): FixedProblems {
  const changes: FileChange[] = []
  const fixed: Diagnostic[] = []
  const fixable = groupBy(
    diagnostics.filter(({ fix }) => fix !== undefined),
    ({ span }) => span.file,
  )
  for (const { path, text } of files) {
    const edits: TextEdit[] = []
    for (const diagnostic of fixable.get(path) ?? []) {
      const edit = editFor(diagnostic, text)
      if (edit === undefined || edits.some((other) => overlap(edit, other))) continue
      edits.push(edit)
      fixed.push(diagnostic)
    }
    if (edits.length > 0) changes.push({ path, before: text, after: applyEdits(text, edits) })
  }
  return { changes, fixed }
}

/** Nothing where the place does not show the text as it was read, or not once: in a folded text, say. */
function editFor({ span, fix }: Diagnostic, text: string): TextEdit | undefined {
  if (fix === undefined) return undefined
  const written = text.slice(span.start, span.end)
  if (written === fix.text) return { start: span.start, end: span.end, text: scalar(fix.by) }
  return editWithin(written, span, fix)
}

/** In quotes, or in a citation that names the source and a place in it. */
function editWithin(written: string, span: Span, { text, by }: Fix): TextEdit | undefined {
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
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} ./_~?-]*(?<! )$/u.test(text) && !/^(null|true|false|~)$/i.test(text)
  )
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start < b.end && b.start < a.end
}
