import { realpath, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { debounce } from './debounce.ts'
import { oneAtATime } from './one-at-a-time.ts'

export interface FolderWatch {
  readonly close: () => Promise<void>
}

/** The folder's own place is looked at this often, since no watcher sees its folder replaced. */
const lookEvery = 500
const quiet = 60
const longestBurst = 500
/** What may not be read is a diagnostic, made by who reads. */
const options = { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true }

/**
 * Calls `onDirty` when something below the folder may have changed. It is a hint: watchers lose
 * events in a burst, so the caller reads the folder and also does so from time to time.
 */
export function watchFolder(
  folder: string,
  onDirty: () => void,
  onFailure: (reason: string) => void,
): FolderWatch {
  const dirty = debounce(onDirty, quiet, longestBurst)
  let watched: (FoundFolder & { readonly watcher: FSWatcher }) | undefined
  const told = new Set<string>()
  let closed = false

  const tellOnce = (error: unknown) => {
    const reason = reasonOf(error)
    if (!told.has(reason)) onFailure(reason)
    told.add(reason)
  }
  const look = oneAtATime(async () => {
    const found = await findFolder(folder)
    if (closed || found?.identity === watched?.identity) return
    await watched?.watcher.close()
    watched = undefined
    if (closed) return
    if (found !== undefined) watched = { ...found, watcher: open(found.place) }
    dirty.call()
  })

  /** Also dirty once it is ready: what changes before that raises no event. */
  const open = (place: string) =>
    watch(place, { ...options, ignored: isHiddenBelow(place) })
      .on('all', dirty.call)
      .on('ready', dirty.call)
      .on('error', tellOnce)

  const timer = setInterval(look.run, lookEvery).unref()
  look.run()

  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      dirty.cancel()
      await look.settled()
      await watched?.watcher.close()
      dirty.cancel()
    },
  }
}

interface FoundFolder {
  readonly place: string
  readonly identity: string
}

/**
 * The folder may itself be a link, which may be turned to another one. Numbers of a folder are
 * given out again, so its birth belongs to its identity.
 */
async function findFolder(folder: string): Promise<FoundFolder | undefined> {
  try {
    const place = await realpath(folder)
    const { dev, ino, birthtimeNs } = await stat(place, { bigint: true })
    return { place, identity: `${dev} ${ino} ${birthtimeNs}` }
  } catch {
    return undefined
  }
}

/** `readSources` skips the same names. */
function isHiddenBelow(folder: string): (path: string) => boolean {
  return (path) => /(^|[\\/])\.[^.\\/]/.test(relative(folder, path))
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
