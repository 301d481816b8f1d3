import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { FileChange } from '../edits/file-change.ts'
import type { Refactoring, Refusal, Remark } from '../edits/refactoring.ts'
import { fewOf } from '../text/few-of.ts'
import { positionAt } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { diffOfChanges } from './diff-of-changes.ts'
import { withMovedFiles } from './hand-work.ts'
import { manifestPath, manifestText, readManifest } from './import-manifest.ts'
import type { OpenFolder } from './open-folder.ts'
import { openToWrite } from './open-to-write.ts'
import { counted, printJson, say } from './output.ts'
import { type RefactoredId, refactoredManifest } from './refactored-manifest.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { writeChanges } from './write-changes.ts'
import { WrongUse } from './wrong-use.ts'

export interface RefactorOptions {
  readonly data?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/**
 * Carries a refactoring of ids out on the data folder, or shows it, and says what was done. Where the folder was imported,
 * the next import is told.
 */
export async function refactor(
  make: (documents: readonly Document[]) => Refactoring | Refusal,
  done: string,
  id: RefactoredId,
  options: RefactorOptions,
): Promise<void> {
  const opened = await openToWrite(options.data, options.dryRun === true)
  // What cannot be read may refer to the id, and would refer to nothing afterwards.
  refuseUnreadable(opened.sources)
  const made = make(opened.sources.files.map(parseDocument))
  if ('refused' in made) throw new WrongUse(inOneLine(made.refused, made.places, opened))
  const changes = [...made.changes, ...manifestChange(opened, made.changes, id)]
  if (!options.dryRun) await writeChanges(opened.folder, changes)
  const patch = options.dryRun ? diffOfChanges(opened.folder, changes) : undefined
  if (options.json) printJson({ version: 1, ...summaryOf(made, opened), patch })
  else if (patch !== undefined) process.stdout.write(patch)
  const files = made.changes.filter(({ after }) => after !== undefined).length
  const extent = `${counted(made.references, 'reference')} in ${counted(files, 'file')}`
  say(options.dryRun ? `Nothing was written. It would change ${extent}.` : `${done}: ${extent}.`)
  for (const { message, places } of [...made.remarks, ...unread(opened)]) {
    say(inOneLine(message, places, opened))
  }
}

/** Of a folder that was imported. */
export function manifestChange(
  { folder, sources }: Pick<OpenFolder, 'folder' | 'sources'>,
  changes: readonly FileChange[],
  id: RefactoredId,
): FileChange[] {
  const manifest = readManifest(folder)
  if (manifest === undefined) return []
  const before = readFileSync(join(folder, manifestPath), 'utf8')
  const now = refactoredManifest(withMovedFiles(manifest, sources), changes, id)
  const after = manifestText(now)
  return before === after ? [] : [{ path: manifestPath, before, after }]
}

function summaryOf({ changes, references, remarks }: Refactoring, opened: OpenFolder) {
  const where = (change: (one: FileChange) => boolean) =>
    changes.filter(change).map(({ path }) => path)
  return {
    references,
    written: where(({ after }) => after !== undefined),
    deleted: where(({ after }) => after === undefined),
    remarks: remarks.map(({ message, places }) => ({
      message,
      places: places.map((span) => placeInWords(span, opened)),
    })),
  }
}

/** Whatever Dossier never takes for data is not searched. */
function unread({ sources }: OpenFolder): Remark[] {
  const places = sources.diagnostics.map(({ span }) => span)
  if (places.length === 0) return []
  const [what, them] = places.length === 1 ? ['This file was', 'it'] : ['These files were', 'them']
  return [{ message: `${what} not searched, because Dossier cannot read ${them}:`, places }]
}

const mostPlaces = 5

function inOneLine(message: string, places: readonly Span[], opened: OpenFolder): string {
  if (places.length === 0) return message
  const shown = places.map((span) => placeInWords(span, opened))
  return `${message} ${fewOf(shown, mostPlaces)}.`
}

function placeInWords({ file, start }: Span, { textOf }: OpenFolder): string {
  const index = textOf(file)
  if (index === undefined) return file
  const { line, column } = positionAt(index, start)
  return `${file}:${line}:${column}`
}
