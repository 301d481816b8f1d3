import { createWriteStream } from 'node:fs'
import { chmod, lstat, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { besidePath, removeLeftovers } from '../documents/leftovers.ts'
import { reasonOf } from './reason-of.ts'
import { WrongUse } from './wrong-use.ts'

/** Writes a long text to where the user said, whatever is there. */
export async function writeFile(path: string, chunks: Iterable<string>): Promise<void> {
  await writeFiles([[path, chunks]])
}

/**
 * Writes files that belong together: each of them beside its place, and only when all of them are safe on the disk do
 * they go there. Whoever reads one meanwhile sees the old one whole or the new one whole.
 */
export async function writeFiles(
  files: Iterable<readonly [path: string, chunks: Iterable<string>]>,
): Promise<void> {
  const besides = new Map<string, string>()
  let current = ''
  try {
    for (const [path, chunks] of files) {
      current = path
      const place = await replaceable(path)
      if (place === undefined) await pipeline(chunks, createWriteStream(path))
      else besides.set(place, await writeAfterOthers(place, chunks))
    }
    for (const [place, beside] of besides) {
      current = place
      await rename(beside, place)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new WrongUse(`"${current}" cannot be written: ${reasonOf(code)}.`)
  } finally {
    for (const beside of besides.values()) await discard(beside)
  }
}

/**
 * The file that a new one may take the place of: none yet, a regular one, or the one that a link leads to. A pipe or
 * a device has readers of its own and is written to as it is; so is a link that leads nowhere.
 */
async function replaceable(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(unlessMissing)
  if (found === undefined || found.isFile()) return path
  if (!found.isSymbolicLink()) return undefined
  const target = await realpath(path).catch(unlessMissing)
  return target !== undefined && (await lstat(target)).isFile() ? target : undefined
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** Beside a file that keeps its permissions, where whoever was killed here before leaves nothing. */
async function writeAfterOthers(path: string, chunks: Iterable<string>): Promise<string> {
  removeLeftovers(dirname(path), (name) => name === basename(path))
  return await writeBeside(path, chunks, (await lstat(path).catch(unlessMissing))?.mode)
}

/** Writes what is to take the place of a file, down to the disk, and gives its path. Leaves nothing when it fails. */
export async function writeBeside(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  mode?: number,
): Promise<string> {
  const beside = besidePath(path)
  try {
    // Whatever a broken run or anyone else has put there, a link above all, is not written to.
    await rm(beside, { force: true })
    await writeDown(beside, chunks, mode)
    return beside
  } catch (error) {
    await discard(beside)
    throw error
  }
}

/** Of a disk that takes nothing more this is not the news. */
export async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => {})
}

/** Writes a new file, and is done when it is on the disk and not only on its way. */
export async function writeDown(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  mode?: number,
): Promise<void> {
  await pipeline(chunks, createWriteStream(path, { flush: true, flags: 'wx' }))
  if (mode !== undefined) await chmod(path, mode)
}
