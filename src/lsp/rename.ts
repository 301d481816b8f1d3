import {
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { parseDocument } from '../documents/parse-document.ts'
import type { FileChange } from '../edits/file-change.ts'
import { renameEntity } from '../edits/rename-entity.ts'
import { declaredIds } from '../edits/written-ids.ts'
import { fewOf } from '../text/few-of.ts'
import type { Span } from '../text/span.ts'
import type { Machine } from './bases.ts'
import type { LiveBase, View } from './live-base.ts'
import type { Places } from './places.ts'
import type { Word } from './words.ts'
import { type EditorFiles, workspaceEdit } from './workspace-edit.ts'

/** Whether `dossier rename` gives what the word stands for another name. */
export function canRename(word: Word | undefined): word is Word {
  return word !== undefined && (word.kind === 'entity' || word.kind === 'source')
}

export interface Renaming {
  readonly base: LiveBase
  readonly view: View
  readonly files: EditorFiles & { readonly places: Places }
  readonly client: ClientCapabilities
  readonly alsoRenamed: Machine['alsoRenamed']
}

/** The edits of `dossier rename`. Throws the protocol's error, with what to do first, where it refuses. */
export function renameWord(renaming: Renaming, from: string, to: string): WorkspaceEdit {
  const edit = workspaceEdit(changesOf(renaming, from, to), renaming.files, renaming.client)
  if (edit) return edit
  throw refused(
    `The id is the name of a file, and this editor moves no files for a server. Run "dossier rename ${from} ${to}".`,
  )
}

/** The same for a file that the editor is about to move. Nothing where its name is no id, or stays. */
export function renameWithFile(renaming: Renaming, path: string, to: string): WorkspaceEdit | null {
  const { view, files, client } = renaming
  const file = view.sources.files.find((one) => one.path === path)
  const own = file && declaredIds(parseDocument(file)).find(({ from }) => from === 'file-name')
  if (own === undefined || own.id === to) return null
  return workspaceEdit(changesOf(renaming, own.id, to), files, client, true) ?? null
}

function changesOf(
  { base: { folder }, view: { sources }, files, alsoRenamed }: Renaming,
  from: string,
  to: string,
): readonly FileChange[] {
  const unreadable = sources.diagnostics.find(({ code }) => code === 'unreadable-file')
  if (unreadable) {
    throw refused(
      `Nothing was changed, because "${unreadable.span.file}" may matter for it. ${unreadable.message}`,
    )
  }
  const made = renameEntity(sources.files.map(parseDocument), from, to)
  if ('refused' in made) throw refused(inWords(made.refused, made.places, files.places))
  return [...made.changes, ...alsoRenamed(folder, sources, made.changes, { from, to })]
}

function refused(words: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, words)
}

const mostPlaces = 5

function inWords(message: string, spans: readonly Span[], places: Places): string {
  if (spans.length === 0) return message
  const shown = spans.map((span) => {
    const { line, character } = places.range(span).start
    return `${span.file}:${line + 1}:${character + 1}`
  })
  return `${message} ${fewOf(shown, mostPlaces)}.`
}
