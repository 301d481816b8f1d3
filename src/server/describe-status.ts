import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { mostImportant } from '../diagnostics/most-important.ts'
import { placeDiagnostic } from '../diagnostics/render/json.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Status } from './status.ts'

/** More than a person reads on a page; `dossier check --format json` has them all. */
const mostDiagnostics = 200

/** Turns offsets into lines and columns: the viewer does not have the files. */
export function describeStatus(
  graph: string,
  stale: boolean,
  diagnostics: readonly Diagnostic[],
  lines: (path: string) => LineIndex | undefined,
  views: Status['views'],
): Status {
  const errors = countErrors(diagnostics)
  return {
    graph,
    stale,
    errors,
    warnings: diagnostics.length - errors,
    diagnostics: mostImportant(diagnostics, mostDiagnostics).map((diagnostic) =>
      placeDiagnostic(diagnostic, lines),
    ),
    views,
  }
}

export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}
