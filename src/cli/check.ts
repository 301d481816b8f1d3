import type { Code } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { mostImportant } from '../diagnostics/most-important.ts'
import { renderForGithub } from '../diagnostics/render/github.ts'
import { locateDiagnostic, placeDiagnostic } from '../diagnostics/render/json.ts'
import { renderAsSarif } from '../diagnostics/render/sarif.ts'
import { FileStates } from '../documents/file-states.ts'
import { type OnRead, readSource, type Sources } from '../documents/read-sources.ts'
import { shelving } from '../documents/shelved-file.ts'
import { type FolderStamp, listEntries, stampFolder } from '../documents/stamp-folder.ts'
import { hasUnfinishedChange } from '../documents/unfinished-change.ts'
import { inChunks } from '../exports/in-chunks.ts'
import { version } from '../graph/generator.ts'
import type { Base } from '../model/base.ts'
import { type LineIndex, lineIndex } from '../text/line-index.ts'
import { lineIndexes } from '../text/line-indexes.ts'
import { type Findings, hasReceipt, keepReceipt, readReceipt } from './check-receipt.ts'
import { exitCodes } from './exit-codes.ts'
import { jsonOfList } from './json-of-list.ts'
import { findFolder, readFolder } from './open-folder.ts'
import { clearScreen, counted, print, printJson, say, stream, wantsColour } from './output.ts'
import { spareMemory } from './tune-v8.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly data?: string
  readonly strict?: boolean
  readonly maxWarnings?: number
  readonly json?: boolean
  readonly cache: boolean
  readonly watch?: boolean
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly format: 'pretty' | 'json' | 'github' | 'sarif'
}

interface Found extends Findings {
  /** As the user would type it. */
  readonly folder: string
  readonly textOf: (path: string) => LineIndex | undefined
}

export async function check(_words: readonly string[], options: Options): Promise<void> {
  if (options.dryRun && !options.fix) {
    throw new WrongUse('"--dry-run" shows what "--fix" would write. Add "--fix", or leave it out.')
  }
  if (options.watch) return await watch(options)
  if (options.fix) await (await import('./fix.ts')).fix(options)
  if (!options.dryRun) await tell(await look(options), options)
}

async function tell(found: Found, options: Options): Promise<void> {
  const count = (severity: string) =>
    found.diagnostics.filter((d) => d.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning') }
  const mostWarnings = options.strict ? 0 : (options.maxWarnings ?? Infinity)
  const failed = counts.errors > 0 || counts.warnings > mostWarnings
  process.exitCode = failed ? exitCodes.errorsInData : exitCodes.fine
  await printAs(options.json ? 'json' : options.format, found, counts)
}

async function watch(options: Options): Promise<void> {
  if (options.json || options.format !== 'pretty') {
    throw new WrongUse('"--watch" is for people: it goes with the format "pretty" and no other.')
  }
  if (options.fix) throw new WrongUse('"--watch" writes nothing. Run "dossier check --fix" first.')
  const { watchCheck } = await import('./watch-check.ts')
  const found = findFolder(options.data)
  await watchCheck(found, ({ base, diagnostics, sources, milliseconds }) => {
    clearScreen()
    const textOf = lineIndexes(sources.files)
    void tell({ ...findingsOf(base, diagnostics, sources), folder: found.folder, textOf }, options)
    say(`Checked in ${Math.ceil(milliseconds)} ms. Every saved file is checked; Ctrl+C ends it.`)
  })
}

async function look({ data, cache }: Options): Promise<Found> {
  const { path, folder } = findFolder(data)
  const began = Date.now()
  const entries = cache && !hasUnfinishedChange(path) ? listEntries(path) : undefined
  const stamp = entries && hasReceipt(path) ? stampFolder(path, entries, began) : undefined
  const kept = stamp && readReceipt(path, stamp)
  if (kept) return { ...kept, folder, textOf: textsOf(path, stamp) }
  const states = new FileStates()
  const noteState: OnRead = (file, state) => states.note(file, state)
  const sources = await readFolder(path, folder, entries && noteState, shelving())
  spareMemory(sources)
  // Loaded only now: an unchanged base needs no checker.
  const { checkSources } = await import('../model/check-model.ts')
  const { base, diagnostics } = checkSources(sources)
  const findings = findingsOf(base, diagnostics, sources)
  const isWhole = diagnostics.every(({ code }) => !passing.includes(code))
  const looked = entries && isWhole ? stampFolder(path, entries, began, states) : undefined
  // Of a folder that changed between the listing and the reading, the stamp would be that of another state.
  if (looked && areSameFiles(looked, states.paths())) keepReceipt(path, looked, findings)
  return { ...findings, folder, textOf: lineIndexes(sources.files) }
}

/** What may be otherwise the next time without a change to the stamp. */
const passing: readonly Code[] = ['unreadable-file', 'unfinished-change']

function areSameFiles({ paths }: FolderStamp, read: readonly string[]): boolean {
  return paths.size === read.length && read.every((path) => paths.has(path))
}

function findingsOf(
  { entities, relationsFrom, sources }: Base,
  diagnostics: readonly Diagnostic[],
  { files }: Sources,
): Findings {
  return {
    entities: entities.size,
    relations: [...relationsFrom.values()].reduce((sum, { length }) => sum + length, 0),
    sources: sources.size,
    files: files.length,
    diagnostics,
  }
}

/** Reads a file when it is asked for: of an unchanged base only those with problems are. */
function textsOf(folder: string, { paths }: FolderStamp): Found['textOf'] {
  const indexes = new Map<string, LineIndex | undefined>()
  return (path) => {
    if (!indexes.has(path) && paths.has(path)) {
      const file = readSource(folder, path)
      indexes.set(path, 'text' in file ? lineIndex(file.text) : undefined)
    }
    return indexes.get(path)
  }
}

/** In a terminal; machines get all. */
const mostShown = 200

interface Counts {
  readonly errors: number
  readonly warnings: number
}

async function printAs(format: Options['format'], found: Found, counts: Counts): Promise<void> {
  const { folder, textOf } = found
  const locate = () => found.diagnostics.map((d) => locateDiagnostic(d, textOf))
  if (format === 'json') {
    const head = { version: 1, ...counts }
    await stream(inChunks(jsonOfList(head, 'diagnostics', placed(found))))
  } else if (format === 'sarif') printJson(renderAsSarif(locate(), folder, version))
  else if (format === 'github') process.stdout.write(renderForGithub(locate(), folder))
  else await printForPeople(found, counts)
}

function* placed({ diagnostics, textOf }: Found) {
  for (const diagnostic of diagnostics) yield placeDiagnostic(diagnostic, textOf)
}

async function printForPeople(found: Found, { errors, warnings }: Counts): Promise<void> {
  const colour = wantsColour(process.stdout)
  // Diagnostics escape what they take from the data themselves, so that their colours survive.
  const shown = mostImportant(found.diagnostics, mostShown)
  if (shown.length > 0) {
    // Loaded only now: how wide characters are takes a tenth of the check of a small base to load.
    const { renderForTerminal } = await import('../diagnostics/render/terminal.ts')
    for (const diagnostic of shown) {
      process.stdout.write(`${renderForTerminal(diagnostic, found.textOf, colour)}\n\n`)
    }
  }
  const size = [
    counted(found.entities, 'entity', 'entities'),
    counted(found.relations, 'relation'),
    counted(found.sources, 'source'),
  ].join(', ')
  const problems = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  const verdict = problems.length === 0 ? 'no problems' : problems.join(' and ')
  print(`${found.folder}: ${size} in ${counted(found.files, 'file')}: ${verdict}.`)
  const more = found.diagnostics.length - shown.length
  if (more > 0)
    print(
      `${counted(shown.length, 'problem')} shown, ${more} not; "--format json" has all of them.`,
    )
  const fixable = found.diagnostics.filter(({ fix }) => fix !== undefined).length
  if (fixable > 0) print(`"dossier check --fix" can mend ${fixable} of them.`)
}
