import type { SourceFile } from '../documents/document.ts'
import { compareText } from '../text/compare-text.ts'

/** A file that was written, came or went; what is known of any other holds. */
export interface ChangedFile {
  readonly path: string
  readonly now: SourceFile | undefined
}

/** What differs between two lists of files, each in order of path. */
export function changedFiles(
  before: readonly SourceFile[],
  now: readonly SourceFile[],
): readonly ChangedFile[] {
  const changed: ChangedFile[] = []
  for (let [at, next] = [0, 0]; at < before.length || next < now.length; ) {
    const [a, b] = [before[at], now[next]]
    const order = orderOf(a, b)
    const change = order < 0 ? gone(a) : come(order === 0 ? a : undefined, b)
    if (change) changed.push(change)
    at += Number(order <= 0)
    next += Number(order >= 0)
  }
  return changed
}

function gone(file: SourceFile | undefined): ChangedFile | undefined {
  return file && { path: file.path, now: undefined }
}

function come(before: SourceFile | undefined, now: SourceFile | undefined) {
  return now && before?.text !== now.text ? { path: now.path, now } : undefined
}

/** The end of a list comes after every file. */
function orderOf(a: SourceFile | undefined, b: SourceFile | undefined): number {
  if (a === b) return 0
  if (a && b) return compareText(a.path, b.path)
  return a ? -1 : 1
}
