import { compareText } from '../text/compare-text.ts'
import type { Span } from '../text/span.ts'
import type { Code } from './codes.ts'

/** Plain data: it can be sorted, counted, sent as JSON and printed, and it knows no output format. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly span: Span
  readonly notes: readonly Note[]
  /** What `check --fix` writes; only where nothing else can have been meant. */
  readonly fix?: Fix
}

export type Fix = Replacement | 'unite-claims' | 'remove-allowance'

/** Of a text that stands once within the diagnostic's span. */
export interface Replacement {
  readonly text: string
  readonly by: string
}

/** What explains a diagnostic, at a second place or at none. */
export interface Note {
  readonly message: string
  readonly span?: Span
}

export type Report = (diagnostic: Diagnostic) => void

export function bySourceOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}
