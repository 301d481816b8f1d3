import { type LineIndex, lineAt, positionAt } from '../../text/line-index.ts'
import type { Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { beforePair } from './before-pair.ts'

/** A diagnostic for machines that have the files: one-based places, half-open. */
export interface LocatedDiagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  /** On the same line: what goes on after it is not marked. */
  readonly endColumn: number
  readonly notes: readonly PlacedNote[]
}

/** A diagnostic for machines that show it: the source line, cut around the place, and the columns to mark in that. */
export interface PlacedDiagnostic extends Omit<LocatedDiagnostic, 'endColumn'> {
  readonly source: string
  readonly mark: readonly [from: number, to: number]
}

export interface PlacedNote {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

type TextOf = (file: string) => LineIndex | undefined

/** More than a page shows of a line. A line may be as long as its file, and hold thousands of mistakes. */
const longestSource = 240

export function placeDiagnostic(diagnostic: Diagnostic, textOf: TextOf): PlacedDiagnostic {
  const { endColumn, notes, ...place } = locateDiagnostic(diagnostic, textOf)
  const whole = sourceLine(place.file, place.line, textOf)
  return { ...place, ...cutAround(whole, place.column, endColumn), notes }
}

export function locateDiagnostic(
  { code, severity, message, span, notes }: Diagnostic,
  textOf: TextOf,
): LocatedDiagnostic {
  const { line, column } = placeOf(span, textOf)
  const { length } = sourceLine(span.file, line, textOf)
  const end = Math.min(length + 1, column + Math.max(1, span.end - span.start))
  return {
    code,
    severity,
    message,
    file: span.file,
    line,
    column,
    endColumn: Math.max(column + 1, end),
    notes: notes.map((note) => ({
      message: note.message,
      ...(note.span && { file: note.span.file, ...placeOf(note.span, textOf) }),
    })),
  }
}

function cutAround(
  whole: string,
  from: number,
  to: number,
): Pick<PlacedDiagnostic, 'source' | 'mark'> {
  if (whole.length <= longestSource) return { source: whole, mark: [from, to] }
  const wanted = Math.max(0, Math.min(from - 1 - longestSource / 4, whole.length - longestSource))
  const start = beforePair(whole, wanted)
  const end = beforePair(whole, wanted + longestSource)
  const before = start > 0 ? '…' : ''
  const after = end < whole.length ? '…' : ''
  const shift = before.length - start
  return {
    source: before + whole.slice(start, end) + after,
    mark: [from + shift, Math.min(to, end + 1) + shift],
  }
}

function sourceLine(file: string, line: number, textOf: TextOf): string {
  const index = textOf(file)
  return index ? lineAt(index, line) : ''
}

function placeOf(span: Span, textOf: TextOf) {
  const index = textOf(span.file)
  return index ? positionAt(index, span.start) : { line: 1, column: 1 }
}
