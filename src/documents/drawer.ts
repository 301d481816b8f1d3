import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

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

/** Keeps a text for the next time. Where that is not allowed the next time takes longer, and that is all. */
export function keepInDrawer(folder: string, name: string, text: string): void {
  const path = join(folder, drawer, name)
  const beside = `${path}.${process.pid}.tmp`
  try {
    if (!existsSync(join(folder, drawer))) mkdirSync(join(folder, drawer))
    // A link, which a repository can bring along, would lead out of the folder.
    if (!isFolder(join(folder, drawer))) return
    rmSync(join(folder, drawer, '.gitignore'), { force: true })
    writeFileSync(join(folder, drawer, '.gitignore'), '*\n', { flag: 'wx' })
    writeFileSync(beside, text, { flag: 'wx' })
    renameSync(beside, path)
  } catch {
    rmSync(beside, { force: true })
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path).isDirectory()
}
