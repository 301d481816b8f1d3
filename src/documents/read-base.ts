import { join } from 'node:path'
import { readSources, type Sources } from './read-sources.ts'

/** The files of a knowledge base, given by its folder or by the `graph-data` in it. Throws `NoBase`. */
export async function readBase(folder: string): Promise<Sources> {
  const inside = await readIfThere(join(folder, 'graph-data'))
  if (inside !== undefined) return inside
  return readSources(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new NoBase(
      `The folder "${folder}" cannot be read (${error.code}). Give the path of a knowledge base or of its graph-data folder; a relative one is looked for from where the script was started.`,
      error,
    )
  })
}

/** There is no knowledge base where one was looked for. */
export class NoBase extends Error {
  override readonly name = 'NoBase'
  /** What the system said, such as `ENOENT`. */
  readonly code: string | undefined

  constructor(message: string, cause: NodeJS.ErrnoException) {
    super(message, { cause })
    this.code = cause.code
  }
}

async function readIfThere(folder: string): Promise<Sources | undefined> {
  return readSources(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined || !['ENOENT', 'ENOTDIR'].includes(error.code)) throw error
    return undefined
  })
}
