import { realpath, stat } from 'node:fs/promises'
import type { Dirty } from '../documents/reread-sources.ts'
import { debounce } from './debounce.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type TreeWatch, watchTree } from './watch-tree.ts'

export interface FolderWatch {
  readonly close: () => Promise<void>
}

/** The folder's own place is looked at this often, since no watcher sees its folder replaced. */
const lookEvery = 500
/** A person saves a file or a few, and is not to wait; a program that writes many is let finish. */
const fewFiles = 8
const quietAfterFew = 10
const quietAfterMany = 60
const longestBurst = 500
/**
 * The system keeps some thousand events for a program that is busy, drops the rest, and Node does not tell. So after a
 * burst of more than this anything may have changed, and there may be folders that nobody watches.
 */
const mostEvents = 1000

/**
 * Calls `onDirty` with what may have changed below the folder. It is a hint: watchers lose events in a burst, so the
 * caller reads the whole folder from time to time.
 */
export function watchFolder(
  folder: string,
  onDirty: (dirty: Dirty) => void,
  onFailure: (reason: string) => void,
): FolderWatch {
  let paths = new Set<string>()
  let isAll = false
  let events = 0
  const tell = debounce(() => {
    if (events > mostEvents) watchAnew()
    const dirty = isAll ? 'all' : paths
    paths = new Set()
    isAll = false
    events = 0
    onDirty(dirty)
  }, longestBurst)
  const mark = (path?: string) => {
    events++
    if (path === undefined || events > mostEvents) isAll = true
    else paths.add(path)
    tell.call(isAll || paths.size > fewFiles ? quietAfterMany : quietAfterFew)
  }
  let watched: (FoundFolder & { readonly watcher: TreeWatch }) | undefined
  const told = new Set<string>()
  let closed = false

  const tellOnce = (error: unknown) => {
    const reason = reasonOf(error)
    if (!told.has(reason)) onFailure(reason)
    told.add(reason)
  }
  const watch = (found: FoundFolder) => ({
    ...found,
    watcher: watchTree(found.place, mark, tellOnce),
  })
  const watchAnew = () => {
    watched?.watcher.close()
    watched &&= watch(watched)
  }
  const look = oneAtATime(async () => {
    const found = await findFolder(folder)
    if (closed || found?.identity === watched?.identity) return
    watched?.watcher.close()
    watched = found && watch(found)
    // What changed before it was watched raised no event.
    mark()
  })

  const timer = setInterval(look.run, lookEvery).unref()
  look.run()

  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      tell.cancel()
      await look.settled()
      watched?.watcher.close()
      tell.cancel()
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

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
