import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../site/site-files.ts'
import { reasonOf, writeBeside } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/** Where a site is to be written. */
export interface SiteFolder {
  readonly path: string
  /** What an earlier build has left there. */
  readonly last: readonly string[]
}

/** Says which files of a folder are those of a site; whatever else is there belongs to somebody else. */
const listName = '.dossier-site.json'

/** Refuses a folder with files that no build has made, unless it is forced; what else is in a site's folder stays. */
export function openSiteFolder(path: string, force: boolean): SiteFolder {
  const names = namesIn(path)
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
 * so that the folder is known whatever happens, and then the others in their order.
 */
export async function writeSite({ path, last }: SiteFolder, files: Files): Promise<void> {
  const all = new Map([[listName, listOf([...files.keys()])], ...files])
  const besides = new Map<string, string>()
  try {
    if (namesIn(path).length === 0) await makeFolder(path)
    await sweep(path, new Set([...all.keys(), ...last]))
    for (const [name, bytes] of all) {
      besides.set(name, await writeBeside(join(path, name), [bytes]))
    }
    for (const name of last) if (!all.has(name)) await rm(join(path, name), { force: true })
    for (const [name, beside] of besides) await rename(beside, join(path, name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new WrongUse(`"${path}" cannot be written: ${reasonOf(code)}.`)
  } finally {
    for (const beside of besides.values()) await rm(beside, { force: true })
  }
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

/** Removes what a build that was killed has left beside these files: it would be published with them. */
async function sweep(path: string, own: ReadonlySet<string>): Promise<void> {
  for (const name of namesIn(path)) {
    const [, file = ''] = /^(.*)\.\d+\.tmp$/.exec(name) ?? []
    if (own.has(file)) await rm(join(path, name), { force: true })
  }
}

function listOf(names: readonly string[]): Uint8Array {
  return Buffer.from(`${JSON.stringify({ version: 1, files: [...names].sort() }, null, 1)}\n`)
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
