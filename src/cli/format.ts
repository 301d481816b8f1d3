import { isUtf8 } from 'node:buffer'
import { relative, resolve, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import { largestFile } from '../documents/read-sources.ts'
import type { FileChange } from '../edits/file-change.ts'
import { formatDocument } from '../edits/format-document.ts'
import { type LineIndex, lineIndex, positionAt } from '../text/line-index.ts'
import { nearest } from '../text/nearest.ts'
import { diffOfChanges } from './diff-of-changes.ts'
import { exitCodes } from './exit-codes.ts'
import type { OpenFolder } from './open-folder.ts'
import { openToWrite } from './open-to-write.ts'
import { counted, print, printJson, say } from './output.ts'
import { writeChanges } from './write-changes.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly data?: string
  readonly check?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly as?: string
}

export async function format(words: readonly string[], options: Options): Promise<void> {
  const named = words.flat()
  if (named.includes('-')) return formatInput(named, options)
  if (options.as !== undefined)
    throw new WrongUse('"--as" says what file the text from "-" is. Leave it out, or add "-".')
  if (options.check && options.dryRun)
    throw new WrongUse('Take "--check" for a list or "--dry-run" for a patch, not both.')
  const isWritten = !options.check && !options.dryRun
  const opened = await openToWrite(options.data, !isWritten)
  const { files, unread } = chosen(named, opened)
  const formatted = files.map((file) => formattedFile(file, opened.textOf(file.path)))
  const outcome: Outcome = {
    count: files.length + unread.length,
    changes: formatted.flatMap((one) => ('after' in one && one.after !== one.before ? [one] : [])),
    left: [...formatted.flatMap((one) => ('why' in one ? [one] : [])), ...unread],
  }
  if (isWritten) await writeChanges(opened.folder, outcome.changes)
  printOutcome(outcome, opened.folder, options)
  const isWrong = outcome.left.length > 0 || (options.check && outcome.changes.length > 0)
  if (isWrong) process.exitCode = exitCodes.errorsInData
}

/** A file that is left as it is. */
interface Left {
  readonly path: string
  /** As editors take it. */
  readonly place: string
  /** A sentence. */
  readonly why: string
}

interface Outcome {
  /** Of the files that were looked at. */
  readonly count: number
  readonly changes: readonly FileChange[]
  readonly left: readonly Left[]
}

function formattedFile({ path, text }: SourceFile, index = lineIndex(text)): FileChange | Left {
  const formatted = formatDocument({ path, text })
  switch (formatted.kind) {
    case 'formatted':
      if (Buffer.byteLength(formatted.text) <= largestFile)
        return { path, before: text, after: formatted.text }
      return { path, place: path, why: 'It would be larger than 1 MiB. Split it first.' }
    case 'broken':
      return {
        path,
        place: placeOf(formatted.diagnostic, index),
        why: formatted.diagnostic.message,
      }
    case 'different':
      return {
        path,
        place: path,
        why: 'It would not say the same afterwards. This is a mistake in Dossier; please report it with the file.',
      }
    default:
      return formatted satisfies never
  }
}

function placeOf({ span }: Diagnostic, index: LineIndex): string {
  const { line, column } = positionAt(index, span.start)
  return `${span.file}:${line}:${column}`
}

/** The files that are named, or all of them, and those among them that cannot be read. */
function chosen(named: readonly string[], { folder, sources }: OpenFolder) {
  const unread = sources.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ span, message }) => ({ path: span.file, place: span.file, why: message }))
  if (named.length === 0) return { files: sources.files, unread }
  const paths = [...sources.files, ...unread].map(({ path }) => path)
  const wanted = new Set(named.flatMap((name) => pathsOf(name, folder, paths)))
  const isWanted = ({ path }: { readonly path: string }) => wanted.has(path)
  return { files: sources.files.filter(isWanted), unread: unread.filter(isWanted) }
}

/** What a name stands for: a file or a folder, seen from here or from the data folder, as the check prints it. */
function pathsOf(name: string, folder: string, paths: readonly string[]): string[] {
  for (const path of [relative(folder, resolve(name)).split(sep).join('/'), name]) {
    const found = paths.filter((one) => path === '' || one === path || one.startsWith(`${path}/`))
    if (found.length > 0) return found
  }
  const folders = paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))
  const meant = nearest(name, [...paths, ...folders])
  throw new WrongUse(
    `There is no file "${name}" that ends in .yaml in ${folder}.${meant ? ` Did you mean "${meant}"?` : ''}`,
  )
}

function printOutcome(outcome: Outcome, folder: string, options: Options): void {
  const { changes, left } = outcome
  const paths = changes.map(({ path }) => path)
  const patch = options.dryRun ? diffOfChanges(folder, changes) : undefined
  if (options.json) {
    const reasons = left.map(({ place, why }) => ({ place, why }))
    printJson({ version: 1, files: outcome.count, formatted: paths, left: reasons, patch })
  } else if (patch !== undefined) process.stdout.write(patch)
  else if (paths.length > 0) print(paths.join('\n'))
  for (const { place, why } of left) say(`${place} is left as it is: ${why}`)
  say(inWords(outcome, options))
}

function inWords({ count, changes, left }: Outcome, { check, dryRun }: Options): string {
  const reasons = left.length === 1 ? 'it is for the reason' : 'they are for the reasons'
  const rest = left.length === 0 ? '' : `; ${left.length} left as ${reasons} above`
  if (changes.length + left.length === 0)
    return `Nothing to do: ${counted(count, 'file is', 'files are')} formatted already.`
  const files = `${changes.length} of ${counted(count, 'file')}`
  if (dryRun) return `Nothing was written. It would format ${files}${rest}.`
  if (!check) return `${files} formatted${rest}.`
  const advice = changes.length === 0 ? '' : ' Run "dossier format".'
  return `${files} not formatted${rest}.${advice}`
}

/** A text from an editor and back to it. */
async function formatInput(named: readonly string[], options: Options): Promise<void> {
  if (named.length > 1) throw new WrongUse('"-" stands for one text. Name it alone.')
  if (options.check || options.dryRun || options.json)
    throw new WrongUse(
      'With "-" the text itself is printed. Leave out what asks for another answer.',
    )
  const bytes = await buffer(process.stdin)
  if (!isUtf8(bytes)) throw new WrongUse('The text is not UTF-8. Save it with that encoding first.')
  const path = pathInData(options.as ?? 'entity.yaml')
  const formatted = formattedFile({ path, text: bytes.toString('utf8') })
  if ('after' in formatted) {
    process.stdout.write(formatted.after ?? '')
    return
  }
  say(`${formatted.place} is left as it is: ${formatted.why}`)
  process.exitCode = exitCodes.errorsInData
}

/** What an editor knows of a file is where it is on this machine; only its place in the base says what it holds. */
function pathInData(file: string): string {
  const names = file.split(/[\\/]/)
  return names.slice(names.lastIndexOf('graph-data') + 1).join('/')
}
