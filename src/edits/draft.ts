import type { Document } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { compareText } from '../text/compare-text.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import type { FileChange } from './file-change.ts'

/** The files of a base while they are worked on: each edit is read again, so that places are always those of now. */
export interface Draft {
  readonly documents: () => readonly Document[]
  readonly document: (path: string) => Document | undefined
  readonly edit: (path: string, edits: readonly TextEdit[]) => void
  readonly write: (path: string, text: string) => void
  readonly remove: (path: string) => void
  /** What has become of the files, in order of path. */
  readonly changes: () => readonly FileChange[]
}

export function draftOf(documents: readonly Document[]): Draft {
  const before = new Map(documents.map((document) => [document.path, document]))
  const now = new Map(before)
  const write = (path: string, text: string) => {
    if (now.get(path)?.text !== text) now.set(path, parseDocument({ path, text }))
  }
  return {
    documents: () => [...now.values()],
    document: (path) => now.get(path),
    edit: (path, edits) => write(path, applyEdits(now.get(path)?.text ?? '', edits)),
    write,
    remove: (path) => void now.delete(path),
    changes: () => {
      const paths = [...new Set([...before.keys(), ...now.keys()])].sort(compareText)
      return paths
        .map((path) => ({ path, before: before.get(path)?.text, after: now.get(path)?.text }))
        .filter((change) => change.before !== change.after)
    },
  }
}
