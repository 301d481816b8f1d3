import { readdirSync } from 'node:fs'
import { WrongUse } from './wrong-use.ts'

/** Whether a folder can be filled as if it was made for it: there is none, or nothing in it. */
export function isNewFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    throw new WrongUse(`The folder "${folder}" cannot be read (${code}).`)
  }
}
