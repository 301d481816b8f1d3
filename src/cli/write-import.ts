import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, rmdir, writeFile as writeText } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { besidePath, removeLeftovers } from '../documents/leftovers.ts'
import type { FileChange } from '../edits/file-change.ts'
import type { BaseFile } from '../imports/base/base-files.ts'
import { importFolder, type Manifest, manifestPath, manifestText } from './import-manifest.ts'
import { makeWithAbove } from './make-with-above.ts'
import type { ImportPlan } from './plan-import.ts'
import { reasonOf } from './reason-of.ts'
import { refuseLinks } from './refuse-links.ts'
import { writeChanges } from './write-changes.ts'
import { discard } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/** Makes the data folder of an import, which has not been there. */
export async function writeNewImport(
  folder: string,
  files: Iterable<BaseFile>,
  manifest: () => Manifest,
  told: (path: string, text: string) => void,
): Promise<void> {
  await writeNewFolder(folder, async (write) => {
    for (const { path, text } of files) {
      await write(path, text)
      told(path, text)
    }
    await write(manifestPath, manifestText(manifest()))
  })
}

/** Makes a new data folder: all of it beside its place and then in it, so that no half of it is ever seen. */
export async function writeNewFolder(
  folder: string,
  fill: (write: (path: string, text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const beside = besidePath(folder)
  try {
    if (existsSync(dirname(folder))) {
      removeLeftovers(dirname(folder), (name) => name === basename(folder))
    }
    await rm(beside, { recursive: true, force: true })
    await makeWithAbove(beside)
    const made = new Set<string>()
    await fill((path, text) => writeInside(beside, path, text, made))
    if (existsSync(folder)) await rmdir(folder)
    await rename(beside, folder)
  } catch (error) {
    throw unwritable(folder, error)
  } finally {
    await discard(beside)
  }
}

/** Carries a plan out, and what the next import has to know with it: all of it or nothing. */
export async function writePlan(
  folder: string,
  { changes, left }: ImportPlan,
  manifest: Manifest,
): Promise<void> {
  const offers = left.flatMap(({ path, offered }) =>
    offered === undefined ? [] : [replacing(folder, incoming(path), offered)],
  )
  const told = replacing(folder, manifestPath, manifestText(manifest))
  const all = [...changes, ...offers, told].filter(({ before, after }) => before !== after)
  const made = new Set<string>()
  try {
    for (const { path, after } of all) {
      if (after !== undefined) await makeFolder(folder, dirname(path), made)
    }
    await writeChanges(folder, all)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** A file of our own is replaced whatever is in it. */
function replacing(folder: string, path: string, after: string): FileChange {
  const file = join(folder, path)
  refuseLinks([file])
  return { path, before: existsSync(file) ? readFileSync(file, 'utf8') : undefined, after }
}

/** Where a text waits for a person to compare it with the file that was edited. */
export function incoming(path: string): string {
  return `${importFolder}/incoming/${path}`
}

async function writeInside(
  folder: string,
  path: string,
  text: string,
  made: Set<string>,
): Promise<void> {
  await makeFolder(folder, dirname(path), made)
  refuseLinks([join(folder, path)])
  await writeText(join(folder, path), text)
}

/** Folder by folder: a link on the way would lead elsewhere. `made` are those that are there already. */
async function makeFolder(folder: string, below: string, made: Set<string>): Promise<void> {
  const whole = join(folder, below)
  if (below === '.' || made.has(whole)) return
  await makeFolder(folder, dirname(below), made)
  refuseLinks([whole])
  if (!lstatSync(whole, { throwIfNoEntry: false })?.isDirectory()) await mkdir(whole)
  made.add(whole)
}

function unwritable(folder: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof WrongUse || code === undefined) return error
  return new WrongUse(`"${folder}" cannot be written: ${reasonOf(code)}. Nothing was changed.`)
}
