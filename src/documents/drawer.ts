import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { besidePath, removeLeftovers } from './leftovers.ts'

/** The folder among the data in which Dossier keeps what it can make anew; git is told to leave it alone. */
export const drawer = '.dossier'

/** What was kept for these data under a name; nothing where that cannot be read. */
export function readFromDrawer(folder: string, name: string): string | undefined {
  try {
    const path = join(folder, drawer, name)
    const isOurs = isFolder(join(folder, drawer)) && lstatSync(path).isFile()
    return isOurs ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps a text, given in pieces, for the next time. Where that is not allowed the next time takes longer, and that is
 * all.
 */
export function keepInDrawer(folder: string, name: string, pieces: Iterable<string>): void {
  const path = join(folder, drawer, name)
  const beside = besidePath(path)
  try {
    if (!openDrawer(folder)) return
    removeLeftovers(join(folder, drawer), (own) => own === name)
    writePieces(beside, pieces)
    renameSync(beside, path)
  } catch {
    remove(beside)
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/**
 * Makes the drawer where there is none. False where something else has its name: a link, which a repository can bring
 * along, would lead out of the folder. Throws what the system says.
 */
export function openDrawer(folder: string): boolean {
  const path = join(folder, drawer)
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) mkdirSync(path)
  if (!isFolder(path)) return false
  const ignored = join(path, '.gitignore')
  const found = lstatSync(ignored, { throwIfNoEntry: false })
  if (found?.isFile() && readFileSync(ignored, 'utf8') === all) return true
  rmSync(ignored, { force: true })
  writeFileSync(ignored, all, { flag: 'wx' })
  return true
}

const all = '*\n'

function isFolder(path: string): boolean {
  return lstatSync(path).isDirectory()
}

/** On a disk that takes no more, not even that may be possible. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The next one who keeps something removes it.
  }
}
