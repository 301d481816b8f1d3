import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { fileTooLarge } from '../diagnostics/problems/files.ts'
import type { SourceFile } from '../documents/document.ts'
import { largestFile, type Sources } from '../documents/read-sources.ts'
import { compareText } from '../text/compare-text.ts'

/**
 * The files of a base as the editor has them: the text of an open document stands in the place of what is on the disk.
 * What the reader refuses on the disk, such as a link, it would refuse again: there no text of an editor helps.
 */
export function filesInEditor(onDisk: Sources, open: ReadonlyMap<string, string>): Sources {
  const disk = withoutMarks(onDisk)
  if (open.size === 0) return disk
  const refused = new Set(disk.diagnostics.map(({ span }) => span.file))
  const texts = [...open].filter(
    ([path]) => isRead(path) && !pathsTo(path).some((p) => refused.has(p)),
  )
  if (texts.length === 0) return disk
  const byPath = new Map(disk.files.map((file) => [file.path, file]))
  const diagnostics: Diagnostic[] = [...disk.diagnostics]
  for (const [path, text] of texts) {
    const size = Buffer.byteLength(text)
    if (size > largestFile) {
      byPath.delete(path)
      diagnostics.push(fileTooLarge(path, size, largestFile))
    } else if (byPath.get(path)?.text !== text) byPath.set(path, { path, text })
  }
  const files: SourceFile[] = [...byPath.values()]
  return { files: files.sort((a, b) => compareText(a.path, b.path)), diagnostics }
}

/** An editor keeps the byte order mark to itself: for it the first line begins behind it. */
function withoutMarks(disk: Sources): Sources {
  if (!disk.files.some(hasMark)) return disk
  return { ...disk, files: disk.files.map((file) => (hasMark(file) ? withoutMark(file) : file)) }
}

function hasMark({ text }: SourceFile): boolean {
  return text.startsWith('\ufeff')
}

/** A file is the same as long as its text is, so that it need not be checked again. */
const unmarked = new WeakMap<SourceFile, SourceFile>()

function withoutMark(file: SourceFile): SourceFile {
  const known = unmarked.get(file) ?? { path: file.path, text: file.text.slice(1) }
  unmarked.set(file, known)
  return known
}

/** Whether the reader of the data folder would take a file of this path. */
function isRead(path: string): boolean {
  return path.endsWith('.yaml') && path.split('/').every((name) => !name.startsWith('.'))
}

/** A path and the folders in which it lies. */
function pathsTo(path: string): string[] {
  const names = path.split('/')
  return names.map((_, at) => names.slice(0, at + 1).join('/'))
}
