import { isUtf8 } from 'node:buffer'
import { closeSync, constants, type Dirent, fstatSync, openSync, readSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import {
  fileTooLarge,
  ignoredFile,
  notUtf8,
  unreadableFile,
} from '../diagnostics/problems/files.ts'
import { compareText } from '../text/compare-text.ts'
import type { SourceFile } from './document.ts'

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

/**
 * The only reader of the data folder. Follows no symbolic link and opens nothing but regular files.
 * Rejects, with the system's error code, only when the folder itself cannot be listed.
 */
export async function readSources(folder: string): Promise<Sources> {
  const diagnostics: Diagnostic[] = []
  const paths = await listFiles(folder, (diagnostic) => void diagnostics.push(diagnostic))
  const files: SourceFile[] = []
  for (const [index, path] of paths.entries()) {
    if (index % atOnce === atOnce - 1) await new Promise<void>((resume) => setImmediate(resume))
    const result = readSource(folder, path)
    if ('text' in result) files.push(result)
    else diagnostics.push(result)
  }
  return { files, diagnostics }
}

/** Paths of the YAML files below a folder, in order. What is there and is not read is reported, never skipped in silence. */
async function listFiles(folder: string, report: Report, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  let found: string[] = []
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    const refused = whyIgnored(entry)
    if (refused) report(ignoredFile(path, refused))
    else if (entry.isDirectory()) found = found.concat(await listSubfolder(folder, report, path))
    else if (entry.name.endsWith('.yaml')) found.push(path)
  }
  return found.sort(compareText)
}

function listSubfolder(folder: string, report: Report, path: string): Promise<string[]> {
  return listFiles(folder, report, path).catch((error) => {
    report(unreadableFile(path, reasonOf(error)))
    return []
  })
}

function whyIgnored(entry: Dirent) {
  if (entry.isSymbolicLink()) return 'symbolic-link'
  if (entry.isDirectory() || !/\.ya?ml$/i.test(entry.name)) return undefined
  if (!entry.isFile()) return 'not-a-file'
  return entry.name.endsWith('.yaml') ? undefined : 'extension'
}

/** One byte more than a file may have, so that one that grows while it is read is noticed. */
const buffer = Buffer.allocUnsafe(largestFile + 1)

// Thousands of small files are read several times faster one after the other than as promises.
export function readSource(folder: string, path: string): SourceFile | Diagnostic {
  let descriptor: number | undefined
  try {
    // A path may become a pipe or a link between listing and opening.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
    descriptor = openSync(join(folder, path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return ignoredFile(path, 'not-a-file')
    const length = readInto(buffer, descriptor)
    if (length > largestFile) return fileTooLarge(path, Math.max(stat.size, length), largestFile)
    const bytes = buffer.subarray(0, length)
    return isUtf8(bytes) ? { path, text: bytes.toString('utf8') } : notUtf8(path)
  } catch (error) {
    return unreadableFile(path, reasonOf(error))
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Reads until the file or the buffer ends; a read may give less than there is. */
function readInto(target: Buffer, descriptor: number): number {
  let length = 0
  while (length < target.length) {
    const count = readSync(descriptor, target, length, target.length - length, length)
    if (count === 0) break
    length += count
  }
  return length
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
