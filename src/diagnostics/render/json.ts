import { type LineIndex, lineAt, positionAt } from '../../text/line-index.ts'
import type { Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'

/** A diagnostic for machines: one-based places, the source line, and the columns to mark in it (half-open). */
export interface PlacedDiagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly source: string
  readonly mark: readonly [from: number, to: number]
  readonly notes: readonly PlacedNote[]
}

export interface PlacedNote {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export function placeDiagnostic(
  { code, severity, message, span, notes }: Diagnostic,
  textOf: (file: string) => LineIndex | undefined,
): PlacedDiagnostic {
  const { line, column } = placeOf(span, textOf)
  const index = textOf(span.file)
  const source = index ? lineAt(index, line) : ''
  const end = Math.min(source.length + 1, column + Math.max(1, span.end - span.start))
  return {
    code,
    severity,
    message,
    file: span.file,
    line,
    column,
    source,
    mark: [column, Math.max(column + 1, end)],
    notes: notes.map((note) => ({
      message: note.message,
      ...(note.span && { file: note.span.file, ...placeOf(note.span, textOf) }),
    })),
  }
}

function placeOf(span: Span, textOf: (file: string) => LineIndex | undefined) {
  const index = textOf(span.file)
  return index ? positionAt(index, span.start) : { line: 1, column: 1 }
}
