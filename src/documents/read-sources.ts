import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import {
  fileTooLarge,
  ignoredFile,
  notUtf8,
  unfinishedChange,
  unreadableFile,
} from '../diagnostics/problems/files.ts'
import { compareText } from '../text/compare-text.ts'
import type { SourceFile } from './document.ts'
import type { KeepText } from './shelved-file.ts'
import { hasUnfinishedChange, planPath } from './unfinished-change.ts'

/** Is told what the system says of each file whose text is taken, in the moment before it is read. */
export type OnRead = (path: string, state: Stats) => void

/** All that a data folder holds, read: the compiler's only input. */
export interface Sources {
  /** In order of path. */
  readonly files: readonly SourceFile[]
  /** Files that are there and could not be read. */
  readonly diagnostics: readonly Diagnostic[]
}

export const largestFile = 1024 * 1024

/** Files that are read in one go before others get their turn: a server that reads must still answer. */
const atOnce = 200

/** In milliseconds. Who saves a file in place empties it first, and has written it by then. */
const emptied = 50

/**
 * The only reader of the data folder. Follows no symbolic link and opens nothing but regular files.
 * Rejects, with the system's error code, only when the folder itself cannot be listed. `keep` takes each text that was
 * read.
 */
export async function readSources(
  folder: string,
  onRead?: OnRead,
  keep: KeepText = (file) => file,
): Promise<Sources> {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  const { paths, folders } = await listFolder(folder, report)
  const found = await readAll(folder, paths.sort(compareText), report, onRead, keep)
  const moved = folders.filter(({ path, place }) => placeOf(join(folder, path)) !== place)
  for (const { path } of moved) report(unreadableFile(path, 'MOVED'))
  if (hasUnfinishedChange(folder)) report(unfinishedChange(planPath))
  const isMoved = (file: string) => moved.some(({ path }) => file.startsWith(`${path}/`))
  return { files: found.filter(({ path }) => !isMoved(path)), diagnostics }
}

async function readAll(
  folder: string,
  paths: readonly string[],
  report: Report,
  onRead: OnRead | undefined,
  keep: KeepText,
): Promise<SourceFile[]> {
  const found: (SourceFile | Diagnostic)[] = []
  const emptyAt: number[] = []
  for (const [at, path] of paths.entries()) {
    if (at % atOnce === atOnce - 1) await new Promise<void>((resume) => setImmediate(resume))
    const result = readSource(folder, path, onRead)
    if ('text' in result && result.text === '') emptyAt.push(at)
    found.push('text' in result ? keep(result) : result)
  }
  if (emptyAt.length > 0) await delay(emptied)
  for (const at of emptyAt) found[at] = readSource(folder, paths[at] as string, onRead)
  return found.filter((result) => 'text' in result || void report(result)) as SourceFile[]
}

interface Listing {
  /** Of YAML files. */
  readonly paths: string[]
  /** Where each folder was on the disk when it was listed. */
  readonly folders: { readonly path: string; readonly place: string | undefined }[]
}

/** What lies below a folder. What is there and is not read is reported, never skipped in silence. */
async function listFolder(
  folder: string,
  report: Report,
  below = '',
  listing: Listing = { paths: [], folders: [] },
): Promise<Listing> {
  const at = join(folder, below)
  if (below !== '') listing.folders.push({ path: below, place: placeOf(at) })
  const entries = await readdir(at, { withFileTypes: true })
  const unnamed = await brokenNames(at, entries)
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    // Put together by an operator, a path would stay a tree of its parts.
    const path = below === '' ? entry.name : [below, entry.name].join('/')
    const refused = refusalOf(entry, path, unnamed)
    if (refused) report(refused)
    else if (entry.isDirectory()) await listSubfolder(folder, report, path, listing)
    else if (entry.name.endsWith('.yaml')) listing.paths.push(path)
  }
  return listing
}

async function listSubfolder(
  folder: string,
  report: Report,
  path: string,
  listing: Listing,
): Promise<void> {
  try {
    await listFolder(folder, report, path, listing)
  } catch (error) {
    report(unreadableFile(path, reasonOf(error)))
  }
}

function refusalOf(
  entry: Dirent,
  path: string,
  unnamed: ReadonlySet<string>,
): Diagnostic | undefined {
  const why = whyIgnored(entry)
  if (why) return ignoredFile(path, why)
  const isWanted = entry.isDirectory() || entry.name.endsWith('.yaml')
  return isWanted && unnamed.has(entry.name) ? unreadableFile(path, 'NAME') : undefined
}

/** Names whose bytes are no text: as text they are the names of nothing, or of another file. */
async function brokenNames(at: string, entries: readonly Dirent[]): Promise<ReadonlySet<string>> {
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return new Set()
  const names = await readdir(at, { encoding: 'buffer' })
  return new Set(names.filter((name) => !isUtf8(name)).map(String))
}

/** A folder that gives way to a link, or to another folder, has another place. */
function placeOf(path: string): string | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return stat?.isDirectory() ? `${stat.dev} ${stat.ino}` : undefined
}

function whyIgnored(entry: Dirent) {
  if (entry.isSymbolicLink()) return 'symbolic-link'
  if (entry.isDirectory() || !looksLikeYaml(entry.name)) return undefined
  if (!entry.isFile()) return 'not-a-file'
  return entry.name.endsWith('.yaml') ? undefined : 'extension'
}

/** Also with an ending that an editor adds without a word. */
export function looksLikeYaml(name: string): boolean {
  return /\.ya?ml(?:\.txt)?$/i.test(name)
}

/** One byte more than a file may have, so that one that grows while it is read is noticed. */
const buffer = Buffer.allocUnsafe(largestFile + 1)

/** A file that changes while it is read is read again, so many times in all. */
const attempts = 3

// Thousands of small files are read several times faster one after the other than as promises.
export function readSource(folder: string, path: string, onRead?: OnRead): SourceFile | Diagnostic {
  let descriptor: number | undefined
  try {
    // A path may become a pipe or a link between listing and opening.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
    descriptor = openSync(`${folder}/${path}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = fstatSync(descriptor)
      if (!before.isFile()) return ignoredFile(path, 'not-a-file')
      const length = readInto(buffer, descriptor, before.size)
      if (!isUnchanged(before, fstatSync(descriptor))) continue
      onRead?.(path, before)
      return sourceOf(path, before.size, length)
    }
    return unreadableFile(path, 'CHANGING')
  } catch (error) {
    return unreadableFile(path, reasonOf(error))
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function isUnchanged(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs
}

function sourceOf(path: string, size: number, length: number): SourceFile | Diagnostic {
  if (length > largestFile) return fileTooLarge(path, Math.max(size, length), largestFile)
  return sourceOfBytes(path, buffer.subarray(0, length))
}

/** The bytes of a file as its text, where they are one. */
export function sourceOfBytes(path: string, bytes: Buffer): SourceFile | Diagnostic {
  const text = bytes.toString('utf8')
  // What is no UTF-8 is read as this character, which can also be meant.
  const isWrong = text.includes('\ufffd') && !isUtf8(bytes)
  if (zeros.test(text)) return unreadableFile(path, 'ZEROS')
  if (isWide(bytes, text)) return notUtf8(path, 'UTF-16')
  return isWrong ? notUtf8(path, lineWithWrongByte(text)) : { path, text }
}

/** What some disks leave of a file that was written when the machine stopped; no encoding has so many. */
const zeros = /\0{8}/

function lineWithWrongByte(text: string): number {
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length
}

/** UTF-16 without a mark at its start is valid UTF-8 wherever it is English: every second byte is 0. */
function isWide(bytes: Buffer, text: string): boolean {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return true
  if (first === 0xfe && second === 0xff) return true
  return text.includes('\0') && (text.split('\0').length - 1) * 4 >= Buffer.byteLength(text)
}

/**
 * Reads until the file or the buffer ends; a read may give less than there is. Where all of the size is read that the
 * system told, that is the end: a file that has grown meanwhile is noticed by its size. Some systems tell 0 of all files.
 */
function readInto(target: Buffer, descriptor: number, size: number): number {
  let length = 0
  while (length < target.length) {
    const count = readSync(descriptor, target, length, target.length - length, length)
    length += count
    if (count === 0 || (length === size && size > 0)) break
  }
  return length
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
