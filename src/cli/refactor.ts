import type { Document } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { FileChange } from '../edits/file-change.ts'
import type { Refactoring, Refusal, Remark } from '../edits/refactoring.ts'
import { positionAt } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { diffOfChanges } from './diff-of-changes.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { counted, printJson, say } from './output.ts'
import { writeChanges } from './write-changes.ts'
import { WrongUse } from './wrong-use.ts'

export interface RefactorOptions {
  readonly data?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Carries a refactoring of ids out on the data folder, or shows it, and says what was done. */
export async function refactor(
  make: (documents: readonly Document[]) => Refactoring | Refusal,
  done: string,
  options: RefactorOptions,
): Promise<void> {
  const opened = await openFolder(options.data)
  const made = make(opened.sources.files.map(parseDocument))
  if ('refused' in made) throw new WrongUse(inOneLine(made.refused, made.places, opened))
  if (!options.dryRun) await writeChanges(opened.folder, made.changes)
  const patch = options.dryRun ? diffOfChanges(opened.folder, made.changes) : undefined
  if (options.json) printJson({ version: 1, ...summaryOf(made, opened), patch })
  else if (patch !== undefined) process.stdout.write(patch)
  const files = made.changes.filter(({ after }) => after !== undefined).length
  const extent = `${counted(made.references, 'reference')} in ${counted(files, 'file')}`
  say(options.dryRun ? `Nothing was written. It would change ${extent}.` : `${done}: ${extent}.`)
  for (const { message, places } of [...made.remarks, ...unread(opened)]) {
    say(inOneLine(message, places, opened))
  }
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

function unread({ sources }: OpenFolder): Remark[] {
  const places = sources.diagnostics.map(({ span }) => span)
  if (places.length === 0) return []
  const [what, them] = places.length === 1 ? ['This file was', 'it'] : ['These files were', 'them']
  return [{ message: `${what} not searched, because Dossier cannot read ${them}:`, places }]
}

const mostPlaces = 5

function inOneLine(message: string, places: readonly Span[], opened: OpenFolder): string {
  if (places.length === 0) return message
  const shown = places.slice(0, mostPlaces).map((span) => placeInWords(span, opened))
  const more = places.length - shown.length
  return `${message} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

function placeInWords({ file, start }: Span, { textOf }: OpenFolder): string {
  const index = textOf(file)
  if (index === undefined) return file
  const { line, column } = positionAt(index, start)
  return `${file}:${line}:${column}`
}
