import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { WrongUse } from './wrong-use.ts'

/**
 * The data folder of a knowledge base: of the folder that is named, or of the nearest one upwards from here that
 * has a `graph-data/`. A folder without one is taken for the data folder itself.
 */
export function findDataFolder(named: string | undefined): string {
  if (named === undefined) return nearestUpwards(process.cwd())
  const folder = resolve(named)
  if (!isFolder(folder)) {
    throw new WrongUse(
      `There is no folder "${named}". "--data" takes a knowledge base or its graph-data folder.`,
    )
  }
  const inside = join(folder, 'graph-data')
  return isFolder(inside) ? inside : folder
}

function nearestUpwards(start: string): string {
  const found = dataFolderAround(start)
  if (found !== undefined) return found
  throw new WrongUse(
    'There is no knowledge base here: no folder "graph-data" in this folder or above it. Go to one, or name it with "--data FOLDER".',
  )
}

/** That of the nearest folder upwards which has one. */
export function dataFolderAround(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const inside = join(folder, 'graph-data')
    if (isFolder(inside)) return inside
    if (dirname(folder) === folder) return undefined
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
