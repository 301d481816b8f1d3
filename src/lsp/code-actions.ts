import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver/node'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { inOneLine } from './in-one-line.ts'
import type { LiveBase } from './live-base.ts'
import type { Places } from './places.ts'
import { problemOf } from './problem-of.ts'
import { type EditorFiles, workspaceEdit } from './workspace-edit.ts'

/** Told apart from that of others, so that a person can have one of them alone at each save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.dossier`

/** Each is tried on the whole base, and who marks a whole file is better served with all at once. */
const mostSingle = 20

/** The fixes of `check --fix` for the problems at a place of a file, and all of the file at once. */
export function codeActions(
  base: LiveBase,
  path: string,
  { range, context }: CodeActionParams,
  files: EditorFiles & { readonly places: Places },
  client: ClientCapabilities,
): CodeAction[] {
  const view = base.look()
  // The kind of no letter is above all others.
  const isWanted = (kind: string) =>
    context.only === undefined ||
    context.only.some((only) => only === CodeActionKind.Empty || `${kind}.`.startsWith(`${only}.`))
  const fixable = view.diagnostics.filter(
    ({ fix, span }) => fix !== undefined && span.file === path,
  )
  const here = fixable.filter(({ span }) => meet(files.places.mark(span), range))
  const single = isWanted(CodeActionKind.QuickFix) ? here.slice(0, mostSingle) : []
  const showsNotes = client.textDocument?.publishDiagnostics?.relatedInformation === true
  const quick = single.flatMap((only): CodeAction[] => {
    const { changes, fixed } = base.fix({ path, only })
    const edit = workspaceEdit(changes, files, client)
    if (fixed.length === 0 || edit === undefined) return []
    const diagnostics = [problemOf(only, files.places, showsNotes)]
    const kind = CodeActionKind.QuickFix
    return [{ title: titleOf(only), kind, diagnostics, isPreferred: true, edit }]
  })
  // Asked for nothing in particular, it is offered where there is more to it than the one fix.
  const isAsked =
    context.only === undefined ? here.length > 0 && fixable.length > 1 : fixable.length > 0
  if (!isWanted(fixAllKind) || !isAsked) return quick
  const { changes, fixed } = base.fix({ path })
  const edit = workspaceEdit(changes, files, client)
  if (fixed.length === 0 || edit === undefined) return quick
  return [
    ...quick,
    { title: 'Mend all in this file that can only be meant so', kind: fixAllKind, edit },
  ]
}

function titleOf({ fix }: Diagnostic): string {
  if (fix === 'unite-claims') return 'Unite it with the other claim'
  if (fix === 'remove-allowance') return 'Remove this allowance'
  return `Write "${inOneLine(fix?.by ?? '')}"`
}

function meet(a: Range, b: Range): boolean {
  return !isBefore(a, b) && !isBefore(b, a)
}

function isBefore({ end }: Range, { start }: Range): boolean {
  return end.line < start.line || (end.line === start.line && end.character < start.character)
}
