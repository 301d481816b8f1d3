import type { FileChange } from '../edits/file-change.ts'
import type { BaseFile } from '../imports/base/write-base.ts'
import { hashOfText, type Manifest, type WrittenFile } from './import-manifest.ts'

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
  readonly why: 'edited' | 'deleted' | 'in-the-way' | 'gone-from-the-file'
  /** What the import would have written, where that is news. */
  readonly offered?: string
}

/**
 * Compares what the import says with what it said last time and with what is there. A file that nobody touched is
 * written anew or removed; one that was edited, deleted or made by hand stays, and what the import says of it is told.
 */
export function planImport(
  made: Iterable<BaseFile>,
  { files: last }: Manifest,
  textOf: (path: string) => string | undefined,
): ImportPlan {
  const changes: FileChange[] = []
  const left: LeftFile[] = []
  const files = new Map<string, WrittenFile>()
  let unchanged = 0
  for (const { path, text } of made) {
    const { change, stays, file } = planFile(path, text, last.get(path), textOf(path))
    files.set(path, file)
    if (change) changes.push(change)
    else if (stays) left.push(stays)
    else unchanged++
  }
  for (const [path, known] of last) {
    if (files.has(path)) continue
    const before = textOf(path)
    if (before !== undefined) removeOrLeave(path, before, known, changes, left)
  }
  return { changes, unchanged, left, files }
}

function removeOrLeave(
  path: string,
  before: string,
  known: WrittenFile,
  changes: FileChange[],
  left: LeftFile[],
): void {
  if (isUntouched(before, known)) changes.push({ path, before, after: undefined })
  else left.push({ path, why: 'gone-from-the-file' })
}

interface FilePlan {
  readonly file: WrittenFile
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
  const isNews = hash !== (known?.offered ?? known?.written)
  const file = { written: known?.written ?? '', offered: hash }
  const why = before === undefined ? 'deleted' : known ? 'edited' : 'in-the-way'
  // What was edited or deleted and is said as before needs no word.
  if (!isNews) return { file: known ?? file }
  return { file, stays: { path, why, ...(why !== 'deleted' && { offered: text }) } }
}

/** Whether a file is as an import has written it, or as one has offered it. */
function isUntouched(text: string, known: WrittenFile | undefined): boolean {
  const hash = hashOfText(text)
  return known !== undefined && (hash === known.written || hash === known.offered)
}
