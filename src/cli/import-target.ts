import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseDocument } from '../documents/parse-document.ts'
import { readSource, readSources } from '../documents/read-sources.ts'
import { declaredIds } from '../edits/written-ids.ts'
import { hashOfText, type Manifest, readManifest } from './import-manifest.ts'
import { refuseLinks } from './refuse-links.ts'
import { WrongUse } from './wrong-use.ts'

/** The data folder that an import writes. */
export interface ImportTarget {
  readonly folder: string
  /** What an import before this one left there; absent where the folder is new or empty. */
  readonly last: LastImport | undefined
}

export interface LastImport {
  /** With the files that were moved or renamed since, where they are now. */
  readonly manifest: Manifest
  /** Ids that files made by hand declare. */
  readonly taken: ReadonlySet<string>
  /** The folders of files that were moved by hand, by id. */
  readonly folders: ReadonlyMap<string, string>
}

/** `named` is the folder of a base, whose data go to `graph-data` in it, or a data folder itself. */
export async function importTarget(named: string, format: string): Promise<ImportTarget> {
  const base = resolve(named)
  const there = statSync(base, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) {
    throw new WrongUse(`"${named}" is a file. Name a folder to write the knowledge base to.`)
  }
  const isData = basename(base) === 'graph-data' || existsSync(join(base, 'ontology.yaml'))
  const folder = isData ? base : join(base, 'graph-data')
  refuseLinks([folder, join(folder, '.import')])
  if (isNew(folder)) return { folder, last: undefined }
  const manifest = readManifest(folder)
  if (manifest === undefined) {
    throw new WrongUse(
      `"${named}" has files already that no import has made. Import into a new folder; from there you can move what you want to keep.`,
    )
  }
  if (manifest.format !== format) {
    throw new WrongUse(
      `"${named}" holds an import of ${manifest.format} (${manifest.from.join(', ')}). Import ${format} into another folder.`,
    )
  }
  return { folder, last: await afterEdits(folder, manifest) }
}

function isNew(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    throw new WrongUse(`The folder "${folder}" cannot be read (${code}).`)
  }
}

/** Finds what was moved or renamed by hand: a file that is not where it was, while its text is elsewhere. */
async function afterEdits(folder: string, manifest: Manifest): Promise<LastImport> {
  const { files, diagnostics } = await readSources(folder)
  const unread = diagnostics.map(({ span }) => span.file)
  const there = new Set([...files.map(({ path }) => path), ...unread])
  const missing = new Map(
    [...manifest.files]
      .filter(([path]) => !there.has(path))
      .map(([path, { written }]) => [written, path]),
  )
  const moved = new Map<string, string>()
  const taken = new Set<string>()
  for (const file of files.filter(({ path }) => !manifest.files.has(path))) {
    const before = missing.get(hashOfText(file.text))
    if (before !== undefined && /^[a-z0-9-]+$/.test(nameOf(file.path))) moved.set(before, file.path)
    else for (const { id } of declaredIds(parseDocument(file))) taken.add(id)
  }
  return { ...withMoves(manifest, moved), taken }
}

function withMoves(
  manifest: Manifest,
  moved: ReadonlyMap<string, string>,
): Omit<LastImport, 'taken'> {
  const files = new Map(
    Array.from(manifest.files, ([path, file]) => [moved.get(path) ?? path, file] as const),
  )
  const renamed = new Map(
    Array.from(moved, ([before, after]) => [nameOf(before), nameOf(after)] as const),
  )
  const ids = new Map(
    Array.from(manifest.ids, ([key, id]) => [key, renamed.get(id) ?? id] as const),
  )
  const folders = new Map(
    Array.from(moved.values(), (path) => {
      return [nameOf(path), path.slice(0, Math.max(0, path.lastIndexOf('/')))] as const
    }),
  )
  return { manifest: { ...manifest, files, ids }, folders }
}

function nameOf(path: string): string {
  return basename(path, '.yaml')
}

/** The text of a file in the data folder; nothing where there is none that can be read. */
export function textInFolder(folder: string, path: string): string | undefined {
  const source = readSource(folder, path)
  return 'text' in source ? source.text : undefined
}
