import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

export interface TreeWatch {
  readonly close: () => void
}

/**
 * Watches a folder and each folder below it, and no file by itself: the system tells of a file at its folder. So to
 * watch ten thousand files takes a watcher for each of a few folders, and nothing is listed again when one is saved.
 *
 * Calls `onEvent` with the path of what may have changed, or with nothing where that may be more than one file. Names
 * that begin with a dot are passed over, as the reader does.
 */
export function watchTree(
  place: string,
  onEvent: (path?: string) => void,
  onError: (error: unknown) => void,
): TreeWatch {
  const watchers = new Map<string, FSWatcher>()

  const fail = (error: unknown) => {
    if (!isLost(error)) onError(error)
  }
  const add = (path: string) => {
    try {
      // Watched before it is listed: what is made in between raises an event.
      const watcher = watch(join(place, path), (_event, name) => tell(path, name))
      watchers.set(path, watcher.on('error', fail))
      for (const entry of readdirSync(join(place, path), { withFileTypes: true })) {
        if (entry.isDirectory() && !isHidden(entry.name)) add(below(path, entry.name))
      }
    } catch (error) {
      fail(error)
    }
  }
  const remove = (path: string) => {
    for (const [other, watcher] of watchers) {
      if (other !== path && !other.startsWith(`${path}/`)) continue
      watcher.close()
      watchers.delete(other)
    }
  }
  const tell = (folder: string, name: string | null) => {
    if (name !== null && isHidden(name)) return
    const path = name === null ? undefined : below(folder, name)
    const isFolder = path !== undefined && isDirectory(join(place, path))
    if (path === undefined || (!isFolder && !watchers.has(path))) return onEvent(path)
    // A folder that came, went, or gave way to another of that name.
    remove(path)
    if (isFolder) add(path)
    onEvent()
  }
  add('')
  return {
    close: () => {
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function isHidden(name: string): boolean {
  return name.startsWith('.')
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

/** What is gone is found by its parent, and what may not be read is a diagnostic, made by who reads. */
function isLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)
}
