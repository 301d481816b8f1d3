import type {
  ClientCapabilities,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { FileChange } from '../edits/file-change.ts'
import { minimalEdits } from '../edits/minimal-edits.ts'
import { asDocument } from './places.ts'

/** Of the files of a base, as the editor knows them. */
export interface EditorFiles {
  readonly uriOf: (path: string) => string
  /** Of an open document. */
  readonly versionOf: (path: string) => number | null
}

/** The edits of one text, in the places of the protocol. */
export function textEdits(before: string, after: string): TextEdit[] {
  const document = asDocument(before)
  return minimalEdits(before, after).map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }))
}

/**
 * Changes of files as an editor carries them out. Nothing where a file has to move and the editor moves none for a
 * server; `isMoving` is one that is about to move it anyway.
 */
export function workspaceEdit(
  changes: readonly FileChange[],
  { uriOf, versionOf }: EditorFiles,
  { workspace }: ClientCapabilities,
  isMoving = false,
): WorkspaceEdit | undefined {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {}
  // Some editors tell only that they move files, which they can do in this form alone.
  const isVersioned = documentChanges === true || resourceOperations.length > 0
  const gone = changes.find(({ after }) => after === undefined)
  const come = changes.find(({ before }) => before === undefined)
  const stay = changes.filter((change) => change !== gone && change !== come)
  // A file that moves is changed first and then moved, so that the editor keeps what it knows of it.
  const moved = gone && come ? [{ ...gone, after: come.after }] : []
  const edits = [...stay, ...moved].map(({ path, before = '', after = '' }) => ({
    path,
    edits: textEdits(before, after),
  }))
  if (!isVersioned) {
    if (moved.length > 0 && !isMoving) return undefined
    return { changes: Object.fromEntries(edits.map((one) => [uriOf(one.path), one.edits])) }
  }
  const documents: TextDocumentEdit[] = edits
    .filter((one) => one.edits.length > 0)
    .map((one) => ({
      textDocument: { uri: uriOf(one.path), version: versionOf(one.path) },
      edits: one.edits,
    }))
  if (!gone || !come || isMoving) return { documentChanges: documents }
  if (!resourceOperations.includes('rename')) return undefined
  const move = { kind: 'rename', oldUri: uriOf(gone.path), newUri: uriOf(come.path) } as const
  return { documentChanges: [...documents, move] }
}
