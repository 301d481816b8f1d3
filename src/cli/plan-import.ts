import type { FileChange } from '../edits/file-change.ts'
import type { BaseFile } from '../imports/base/base-files.ts'
import { ontologyPath } from '../model/own-files.ts'
import {
  hashOfText,
  idIn,
  isUntouched,
  type Manifest,
  type WrittenFile,
} from './import-manifest.ts'

/** What an import does to a folder that one before it has made. */
export interface ImportPlan {
  readonly changes: readonly FileChange[]
  readonly unchanged: number
  /** Files that stay as a person left them. */
  readonly left: readonly LeftFile[]
  readonly files: ReadonlyMap<string, WrittenFile>
}

export interface LeftFile {
  readonly path: string
  readonly why: 'edited' | 'away' | 'in-the-way' | 'gone-from-the-file' | 'still-needed'
  /** What the import would have written, where that is news. */
  readonly offered?: string
}

/**
 * Compares what the import says with what it said last time and with what is there. A file that nobody touched is
 * written anew, or removed unless its id is `needed`; one that was edited, moved or made by hand stays, and what the
 * import says of it is told.
 */
export function planImport(
  made: Iterable<BaseFile>,
  { files: last }: Manifest,
  needed: ReadonlySet<string>,
  textOf: (path: string) => string | undefined,
): ImportPlan {
  const changes: FileChange[] = []
  const left: LeftFile[] = []
  const files = new Map<string, WrittenFile>()
  const take = (path: string, { change, stays, file }: FilePlan) => {
    if (file) files.set(path, file)
    if (change) changes.push(change)
    if (stays) left.push(stays)
  }
  for (const { path, text } of made) take(path, planFile(path, text, last.get(path), textOf(path)))
  const unchanged = files.size - changes.length - left.length
  // What has moved to another folder is not gone.
  const written = new Set([...files.keys()].map(idIn))
  const isNeeded = (id: string | undefined) => needed.has(id ?? '') && !written.has(id)
  for (const [path, known] of last) {
    if (!files.has(path)) take(path, planGone(path, known, isNeeded(idIn(path)), textOf(path)))
  }
  return { changes, unchanged, left, files }
}

interface FilePlan {
  /** What the manifest has of it from now on. */
  readonly file?: WrittenFile
  readonly change?: FileChange
  readonly stays?: LeftFile
}

function planFile(
  path: string,
  text: string,
  known: WrittenFile | undefined,
  before: string | undefined,
): FilePlan {
  const hash = hashOfText(text)
  if (before === text) return { file: { written: hash } }
  const isFree = before === undefined ? known === undefined : isUntouched(before, known)
  if (isFree) return { file: { written: hash }, change: { path, before, after: text } }
  const isNews = hash !== lastSaid(path, known)
  const file = { written: known?.written ?? '', offered: hash }
  const why = before === undefined ? 'away' : known ? 'edited' : 'in-the-way'
  // What was edited or taken away and is said as before needs no word.
  if (!isNews) return { file: known ?? file }
  return { file, stays: { path, why, offered: text } }
}

/** Of an ontology that was edited all is told once, also what was said before: the base may need some of it again. */
function lastSaid(path: string, known: WrittenFile | undefined): string | undefined {
  return path === ontologyPath ? known?.offered : (known?.offered ?? known?.written)
}

/** A file that the import has no more. What was deleted is remembered, so that it stays away should it come again. */
function planGone(
  path: string,
  known: WrittenFile,
  isNeeded: boolean,
  before: string | undefined,
): FilePlan {
  if (before === undefined) return { file: known }
  const isEdited = !isUntouched(before, known)
  const written = isEdited ? known.written : hashOfText(before)
  if (!isEdited && !isNeeded) return { change: { path, before, after: undefined } }
  const file = { written, offered: '' }
  if (known.offered === '') return { file }
  return { file, stays: { path, why: isEdited ? 'gone-from-the-file' : 'still-needed' } }
}
