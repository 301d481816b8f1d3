import { realpath, stat } from 'node:fs/promises'
import type { Dirty } from '../documents/reread-sources.ts'
import { gatherDirty } from './gather-dirty.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type TreeWatch, watchTree } from './watch-tree.ts'

export interface FolderWatch {
  readonly close: () => Promise<void>
}

/** The folder's own place is looked at this often, since no watcher sees its folder replaced. */
const lookEvery = 500

/**
 * Calls `onDirty` with what may have changed below the folder. It is a hint: watchers lose events in a burst, so the
 * caller reads the whole folder from time to time.
 */
export function watchFolder(
  folder: string,
  onDirty: (dirty: Dirty) => void,
  onFailure: (reason: string) => void,
): FolderWatch {
  const gathering = gatherDirty((dirty, isBurst) => {
    if (isBurst) watchAnew()
    onDirty(dirty)
  })
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
    watcher: watchTree(found.place, gathering.mark, tellOnce),
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
    gathering.mark()
  })

  const timer = setInterval(look.run, lookEvery).unref()
  look.run()

  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      gathering.cancel()
      await look.settled()
      watched?.watcher.close()
      gathering.cancel()
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
