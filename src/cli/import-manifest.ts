import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WrongUse } from './wrong-use.ts'

/** Where an import keeps what it needs for the next one, below the data folder; the check passes over it. */
export const importFolder = '.import'
export const manifestPath = `${importFolder}/manifest.json`

/** What the last import wrote and how it named things: so the next one knows what was edited by hand. */
export interface Manifest {
  readonly format: string
  /** The names of the files that were imported. */
  readonly from: readonly string[]
  /** By path below the data folder. */
  readonly files: ReadonlyMap<string, WrittenFile>
  /** The ids of things and sources, by their keys in the file. */
  readonly ids: ReadonlyMap<string, string>
}

export interface WrittenFile {
  /** Hash of the text that was written; empty for a file that was there before any import. */
  readonly written: string
  /** Hash of the text that a later import would have written, had nobody edited the file. */
  readonly offered?: string
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** The manifest of a data folder; nothing where no import has made it. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, manifestPath)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  const read = found.isFile() ? parsed(readFileSync(file, 'utf8')) : undefined
  if (read) return read
  throw new WrongUse(
    `"${file}" is damaged, so nobody can tell which files were edited by hand. Restore it with git, or import into a new folder.`,
  )
}

export function manifestText({ format, from, files, ids }: Manifest): string {
  const lines = [...files].sort(byKey).map(([path, { written, offered }]) => {
    const hashes = offered === undefined ? [path, written] : [path, written, offered]
    return JSON.stringify(hashes)
  })
  const names = [...ids].sort(byKey).map((pair) => JSON.stringify(pair))
  const head = `"version": 1,\n"format": ${JSON.stringify(format)},\n"from": ${JSON.stringify(from)}`
  return `{\n${head},\n"files": [\n${lines.join(',\n')}\n],\n"ids": [\n${names.join(',\n')}\n]\n}\n`
}

function parsed(text: string): Manifest | undefined {
  const told = parseJson(text)
  if (typeof told !== 'object' || told === null) return undefined
  const { version, format, from, files, ids } = told as Record<string, unknown>
  if (version !== 1 || typeof format !== 'string') return undefined
  if (!areTexts(from) || !areRows(files) || !areRows(ids)) return undefined
  if (!files.every(([path = '']) => isInside(path))) return undefined
  return {
    ...{ format, from },
    files: new Map(
      files.map(([path = '', written = '', offered]) => [
        path,
        offered === undefined ? { written } : { written, offered },
      ]),
    ),
    ids: new Map(ids.map(([key = '', id = '']) => [key, id])),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A manifest can come along with a repository: no path in it leads out of the folder or to a hidden file. */
function isInside(path: string): boolean {
  return /^([a-z0-9][a-z0-9_-]*\/)*[a-z0-9-]+\.yaml$/i.test(path)
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function areRows(value: unknown): value is string[][] {
  return Array.isArray(value) && value.every(areTexts)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
