import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, step by step: Node's own way never ends on a disk that answers as /proc does. The
 * path is absolute. Rejects with the system's error.
 */
export async function makeWithAbove(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeWithAbove(dirname(folder))
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
