import { join } from 'node:path'
import { readSources, type Sources } from './read-sources.ts'

/** The files of a knowledge base, given by its folder or by the `graph-data` in it. Throws `NoBase`. */
export async function readBase(folder: string): Promise<Sources> {
  return readFolder(join(folder, 'graph-data')).catch((error: Error) => {
    const isMissing = error instanceof NoBase && ['ENOENT', 'ENOTDIR'].includes(error.code)
    if (!isMissing) throw error
    return readFolder(folder)
  })
}

async function readFolder(folder: string): Promise<Sources> {
  return readSources(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new NoBase(
      `The folder "${folder}" cannot be read (${error.code}). Give the path of a knowledge base or of its graph-data folder; a relative one is looked for from where the script was started.`,
      error.code,
      error,
    )
  })
}

/** There is no knowledge base where one was looked for. */
export class NoBase extends Error {
  override readonly name = 'NoBase'
  /** What the system said, such as `ENOENT`. */
  readonly code: string

  constructor(message: string, code: string, cause: Error) {
    super(message, { cause })
    this.code = code
  }
}
