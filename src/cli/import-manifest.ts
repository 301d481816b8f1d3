import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownPaths } from '../model/own-files.ts'
import { fileName } from '../model/read-entity.ts'
import { compareText } from '../text/compare-text.ts'
import { WrongUse } from './wrong-use.ts'

/** Where an import keeps what it needs for the next one, below the data folder; the check passes over it. */
export const importFolder = '.import'
export const manifestPath = `${importFolder}/manifest.json`

/** What the last import wrote and how it named things: so the next one knows what was edited by hand. */
export interface Manifest {
  readonly format: string
  /** The names of the files that were imported. */
  readonly from: readonly string[]
  /** People have worked on the base and rely on what its ontology has. */
  readonly reliedOn: boolean
  /** By path below the data folder. */
  readonly files: ReadonlyMap<string, WrittenFile>
  /** The ids of things and sources, by their keys in the file; also of those that later files had no more. */
  readonly ids: ReadonlyMap<string, string>
  /** Ids that something had before it was renamed or merged: nothing else is ever called so. */
  readonly freed: ReadonlySet<string>
  /** By key, the ids of entities into which others were merged. */
  readonly merged: ReadonlyMap<string, string>
  /** By id, the folders into which people have moved files. */
  readonly folders: ReadonlyMap<string, string>
}

export interface WrittenFile {
  /** Hash of the text that was written; empty for a file that was there before any import. */
  readonly written: string
  /**
   * Hash of the text that a later import would have written, had it not been for people; empty where the import has no
   * such file any more.
   */
  readonly offered?: string
}

/** The id of the entity or source in a file; the two files of the base itself have none. */
export function idIn(path: string): string | undefined {
  return ownPaths.includes(path) ? undefined : fileName(path)
}

/** The folder of a file, as the manifest has it. */
export function folderIn(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Whether a file is as an import has written it, or as one has offered it. */
export function isUntouched(text: string, known: WrittenFile | undefined): boolean {
  const hash = hashOfText(text)
  return known !== undefined && (hash === known.written || hash === known.offered)
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** The manifest of a data folder; nothing where no import has made it. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, manifestPath)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  const read = found.isFile() ? parseManifest(readFileSync(file, 'utf8')) : undefined
  if (read) return read
  throw new WrongUse(
    `"${file}" is damaged, so nobody can tell which files were edited by hand. Restore it with git, or import into a new folder.`,
  )
}

export function manifestText(manifest: Manifest): string {
  const { format, from, reliedOn, files, ids, freed, merged, folders } = manifest
  const written = Array.from(files, ([path, { written, offered }]) =>
    offered === undefined ? [path, written] : [path, written, offered],
  )
  const all = {
    ...{ files: written, ids: [...ids], freed: Array.from(freed, (id) => [id]) },
    ...{ merged: [...merged], folders: [...folders] },
  }
  const tables = Object.entries(all).map(([name, table]) => {
    const rows = table.sort(byKey).map((row) => JSON.stringify(row))
    return `"${name}": [\n${rows.join(',\n')}\n]`
  })
  const head = { version: 1, format, from, 'relied-on': reliedOn }
  const lines = Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
  return `{\n${[...lines, ...tables].join(',\n')}\n}\n`
}

/** The ids that are free for nobody, after some that were renamed or merged are gone. */
export function withFreed(
  freed: ReadonlySet<string>,
  gone: Iterable<string>,
  given: Iterable<string>,
): ReadonlySet<string> {
  const now = new Set([...freed, ...gone])
  for (const id of given) now.delete(id)
  return now
}

/** What `manifestText` has written; nothing where it was damaged since. */
export function parseManifest(text: string): Manifest | undefined {
  const told = parseJson(text)
  if (typeof told !== 'object' || told === null) return undefined
  const { version, format, from, files, ids, ...later } = told as Record<string, unknown>
  const { freed = [], merged = [], folders = [] } = later
  if (version !== 1 || typeof format !== 'string') return undefined
  if (!areTexts(from) || !areRows(files) || !areRows(ids)) return undefined
  if (!areRows(freed) || !areRows(merged) || !areRows(folders)) return undefined
  const paths = [...files.map(([path = '']) => path), ...folders.map(([, at = '']) => pathIn(at))]
  if (!paths.every(isInside)) return undefined
  return {
    ...{
      format,
      from,
      reliedOn: later['relied-on'] === true,
      ids: mapOf(ids),
      freed: new Set(freed.flat()),
      merged: mapOf(merged),
      folders: mapOf(folders),
    },
    files: new Map(
      files.map(([path = '', written = '', offered]) => [
        path,
        offered === undefined ? { written } : { written, offered },
      ]),
    ),
  }
}

function pathIn(folder: string): string {
  return folder === '' ? 'any.yaml' : `${folder}/any.yaml`
}

function mapOf(rows: readonly string[][]): ReadonlyMap<string, string> {
  return new Map(rows.map(([key = '', value = '']) => [key, value]))
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
  return path.endsWith('.yaml') && path.split('/').every((name) => /^[^.\\\0][^\\\0]*$/.test(name))
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function areRows(value: unknown): value is string[][] {
  return Array.isArray(value) && value.every(areTexts)
}

function byKey([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return compareText(a, b)
}
