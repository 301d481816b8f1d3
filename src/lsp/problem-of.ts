import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as Problem,
} from 'vscode-languageserver/node'
import type { Code } from '../diagnostics/codes.ts'
import type { Diagnostic, Note } from '../diagnostics/diagnostic.ts'
import { mendHalves } from '../text/half-characters.ts'
import type { Span } from '../text/span.ts'
import type { Places } from './places.ts'

/** Of these the marked text could go, and nothing would be lost. */
const idle: ReadonlySet<Code> = new Set(['unused-allowance', 'duplicate-claim', 'repeated-item'])

/** A diagnostic in the words of the protocol. An editor that shows no second places is told them in the message. */
export function problemOf(
  { code, severity, message, span, notes }: Diagnostic,
  places: Places,
  showsNotes: boolean,
): Problem {
  const placed = showsNotes ? notes.filter(hasPlace) : []
  const told = notes.filter((note) => !showsNotes || note.span === undefined)
  return {
    range: places.mark(span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: 'dossier',
    message: mendHalves([message, ...told.map((note) => note.message)].join('\n')),
    ...(idle.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(placed.length > 0 && {
      relatedInformation: placed.map((note) => ({
        message: mendHalves(note.message),
        location: places.location(note.span),
      })),
    }),
  }
}

function hasPlace(note: Note): note is Note & { readonly span: Span } {
  return note.span !== undefined
}
