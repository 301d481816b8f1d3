import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { fileTooLarge, ignoredFile, notUtf8, unreadableFile } from '../diagnostics/problems.ts'
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
const atOnce = 32

/**
 * The only reader of the data folder. Follows no symbolic link and opens nothing but regular files.
 * Rejects, with the system's error code, only when the folder itself cannot be listed.
 */
export async function readSources(folder: string): Promise<Sources> {
  const diagnostics: Diagnostic[] = []
  const paths = await listFiles(folder, (diagnostic) => void diagnostics.push(diagnostic))
  const files: SourceFile[] = []
  for (let at = 0; at < paths.length; at += atOnce) {
    const batch = paths.slice(at, at + atOnce).map((path) => readSource(folder, path))
    for (const result of await Promise.all(batch)) {
      if ('text' in result) files.push(result)
      else diagnostics.push(result)
    }
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
  if (entry.isDirectory() || !/\.ya?ml$/i.test(entry.name)) return undefined
  if (entry.isSymbolicLink()) return 'symbolic-link'
  if (!entry.isFile()) return 'not-a-file'
  return entry.name.endsWith('.yaml') ? undefined : 'extension'
}

async function readSource(folder: string, path: string): Promise<SourceFile | Diagnostic> {
  let handle: FileHandle | undefined
  try {
    // A path may become a pipe or a link between listing and opening.
    handle = await open(
      join(folder, path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    )
    const stat = await handle.stat()
    if (!stat.isFile()) return ignoredFile(path, 'not-a-file')
    if (stat.size > largestFile) return fileTooLarge(path, stat.size, largestFile)
    const bytes = await handle.readFile()
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch (error) {
    return error instanceof TypeError ? notUtf8(path) : unreadableFile(path, reasonOf(error))
  } finally {
    await handle?.close()
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
