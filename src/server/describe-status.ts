import { lineIndexes } from '../compile.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { placeDiagnostic } from '../diagnostics/render/json.ts'
import type { SourceFile } from '../documents/document.ts'
import type { Status, StatusDiagnostic } from './status.ts'

/** More than a person reads on a page; `dossier check` has them all. */
const mostDiagnostics = 200
const longestSource = 240

/** Turns offsets into lines and columns: the viewer does not have the files. */
export function describeStatus(
  graph: string,
  stale: boolean,
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
): Status {
  const lines = lineIndexes(files)
  const errors = countErrors(diagnostics)
  return {
    graph,
    stale,
    errors,
    warnings: diagnostics.length - errors,
    diagnostics: mostImportant(diagnostics).map((diagnostic) => describe(diagnostic, lines)),
  }
}

export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}

type Lines = ReturnType<typeof lineIndexes>

function mostImportant(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostDiagnostics) return diagnostics
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  const kept = new Set([...errors, ...warnings].slice(0, mostDiagnostics))
  return diagnostics.filter((diagnostic) => kept.has(diagnostic))
}

function describe(diagnostic: Diagnostic, lines: Lines): StatusDiagnostic {
  const placed = placeDiagnostic(diagnostic, lines)
  return { ...placed, ...cutAround(placed.source, ...placed.mark) }
}

/** A line may be as long as its file, so only what surrounds the mark is sent. */
function cutAround(
  whole: string,
  from: number,
  to: number,
): Pick<StatusDiagnostic, 'source' | 'mark'> {
  if (whole.length <= longestSource) return { source: whole, mark: [from, to] }
  const start = Math.max(0, Math.min(from - 1 - longestSource / 4, whole.length - longestSource))
  const end = start + longestSource
  const before = start > 0 ? '…' : ''
  const after = end < whole.length ? '…' : ''
  const shift = before.length - start
  return {
    source: before + whole.slice(start, end) + after,
    mark: [from + shift, Math.min(to, end + 1) + shift],
  }
}
