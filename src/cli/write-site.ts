import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeLeftovers } from '../documents/leftovers.ts'
import type { Files } from '../site/site-files.ts'
import { reasonOf } from './reason-of.ts'
import { whileLocked } from './while-locked.ts'
import { discard, writeBeside, writeFile } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/** Where a site is to be written. */
export interface SiteFolder {
  readonly path: string
  /** What an earlier build has left there. */
  readonly last: readonly string[]
}

/** Says which files of a folder are those of a site; whatever else is there belongs to somebody else. */
const listName = '.dossier-site.json'
const lockName = '.dossier-site.lock'

/** Refuses a folder with files that no build has made, unless it is forced; what else is in a site's folder stays. */
export function openSiteFolder(path: string, force: boolean): SiteFolder {
  const names = namesIn(path).filter((name) => !isPassing(name))
  const last = names.includes(listName) ? listed(join(path, listName)) : undefined
  if (last === undefined && names.length > 0 && !force) {
    throw new WrongUse(
      `"${path}" has files that no "dossier build" has made. Name another folder with "-o", or add "--force" to write among them.`,
    )
  }
  return { path, last: last ?? [] }
}

/**
 * Writes every file beside its place, and only when all of them are safe on the disk do they go there: the list first,
 * so that the folder is known whatever happens, and then the others in their order. What an earlier page needs goes last.
 */
export async function writeSite(folder: SiteFolder, files: Files): Promise<void> {
  const { path } = folder
  try {
    if (namesIn(path).length === 0) await makeFolder(path)
    await whileLocked(join(path, lockName), path, () => writeInto(folder, files))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof WrongUse || code === undefined) throw error
    throw new WrongUse(`"${path}" cannot be written: ${reasonOf(code)}.`)
  }
}

async function writeInto({ path, last }: SiteFolder, files: Files): Promise<void> {
  const stale = last.filter((name) => !files.has(name))
  const first = listOf([...files.keys(), ...stale])
  const all = new Map<string, string | Uint8Array>([[listName, first], ...files])
  const besides = new Map<string, string>()
  try {
    // What a build that was killed has left would be published with the rest.
    removeLeftovers(path, (name) => all.has(name) || last.includes(name))
    for (const [name, bytes] of all) {
      besides.set(name, await writeBeside(join(path, name), [bytes]))
    }
    for (const [name, beside] of besides) await rename(beside, join(path, name))
    for (const name of stale) await rm(join(path, name), { force: true })
    if (stale.length > 0) await writeFile(join(path, listName), [listOf([...files.keys()])])
  } finally {
    for (const beside of besides.values()) await discard(beside)
  }
}

/** What a build that goes on, or was killed, has there beside the files. */
function isPassing(name: string): boolean {
  return name.startsWith(lockName) || isFileName(/^\.?(.*)\.\d+\.tmp$/.exec(name)?.[1])
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw new WrongUse(`"${path}" cannot be written: ${reasonOf(code)}.`)
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

function listOf(names: readonly string[]): string {
  return `${JSON.stringify({ version: 1, files: [...names].sort() }, null, 1)}\n`
}

/** Nothing where the list is damaged. It can come along with a repository: no name in it leads out of the folder. */
function listed(path: string): readonly string[] | undefined {
  if (!lstatSync(path).isFile()) return undefined
  try {
    const { version, files } = JSON.parse(readFileSync(path, 'utf8'))
    const isList = version === 1 && Array.isArray(files) && files.every(isFileName)
    return isList ? files : undefined
  } catch {
    return undefined
  }
}

function isFileName(name: unknown): boolean {
  return typeof name === 'string' && /^[a-z0-9-]+(\.[a-z0-9]+)+$/.test(name)
}
