import { createWriteStream } from 'node:fs'
import { chmod, lstat, realpath, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { WrongUse } from './wrong-use.ts'

/** Writes a long text to where the user said, whatever is there. */
export async function writeFile(path: string, chunks: Iterable<string>): Promise<void> {
  try {
    const file = await replaceable(path)
    if (file === undefined) await pipeline(chunks, createWriteStream(path))
    else await replace(file, chunks)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new WrongUse(`"${path}" cannot be written: ${reasonOf(code)}.`)
  }
}

export function reasonOf(code: string): string {
  return reasons[code] ?? `the system says ${code}`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is no folder',
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

/** Beside the file and then in its place: whoever reads it meanwhile sees the old one whole or the new one whole. */
async function replace(path: string, chunks: Iterable<string>): Promise<void> {
  const beside = await writeBeside(path, chunks)
  try {
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Writes what is to take the place of a file, down to the disk, and gives its path. Leaves nothing when it fails. */
export async function writeBeside(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  mode?: number,
): Promise<string> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    // Whatever a broken run or anyone else has put there, a link above all, is not written to.
    await rm(beside, { force: true })
    await pipeline(chunks, createWriteStream(beside, { flush: true, flags: 'wx' }))
    if (mode !== undefined) await chmod(beside, mode)
    return beside
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
