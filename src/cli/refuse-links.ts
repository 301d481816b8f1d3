import { lstatSync } from 'node:fs'
import { WrongUse } from './wrong-use.ts'

/** Where Dossier chooses the place, a link there would lead the writing elsewhere; a repository can bring one along. */
export function refuseLinks(paths: readonly string[]): void {
  for (const path of paths) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new WrongUse(
        `"${path}" is a link, and Dossier does not write through it. Remove it first.`,
      )
    }
  }
}
