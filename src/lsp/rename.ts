import {
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { parseDocument } from '../documents/parse-document.ts'
import { renameEntity } from '../edits/rename-entity.ts'
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

/** The edits of `dossier rename`. Throws the protocol's error, with what to do first, where it refuses. */
export function renameWord(
  { folder }: LiveBase,
  { sources }: View,
  from: string,
  to: string,
  files: EditorFiles & { readonly places: Places },
  client: ClientCapabilities,
  alsoRenamed: Machine['alsoRenamed'],
): WorkspaceEdit {
  const unreadable = sources.diagnostics.find(({ code }) => code === 'unreadable-file')
  if (unreadable) {
    throw refused(
      `Nothing was changed, because "${unreadable.span.file}" may matter for it. ${unreadable.message}`,
    )
  }
  const made = renameEntity(sources.files.map(parseDocument), from, to)
  if ('refused' in made) throw refused(inWords(made.refused, made.places, files.places))
  const also = alsoRenamed(folder, sources, made.changes, { from, to })
  const edit = workspaceEdit([...made.changes, ...also], files, client)
  if (edit) return edit
  throw refused(
    `The id is the name of a file, and this editor moves no files for a server. Run "dossier rename ${from} ${to}".`,
  )
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
