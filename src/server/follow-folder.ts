import { basename } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { unreadableFile } from '../diagnostics/problems/files.ts'
import type { Sources } from '../documents/read-sources.ts'
import { areSame, type Dirty, rereadSources } from '../documents/reread-sources.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { watchFolder } from './watch-folder.ts'

/** What was made of a data folder's content at one moment. */
export interface Seen {
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
}

export interface Follower<S extends Seen> {
  readonly first: S
  readonly see: (sources: Sources, last: S) => S
  readonly onChange: (seen: S) => void
  readonly onWatchingFailed: (reason: string) => void
}

export interface FollowedFolder {
  /** Looks now at a file, by its path in the folder, or at the whole folder. */
  readonly refresh: (path?: string) => void
  readonly close: () => Promise<void>
}

/** Changes that raise no event are found this late. */
const lookEvery = 30_000
/** A program that writes a file in place has written the rest of it by then. */
const tornWrite = 100

/** Tells every change of the folder's content, in order, until it is closed. */
export function followFolder<S extends Seen>(
  folder: string,
  { first, see, onChange, onWatchingFailed }: Follower<S>,
): FollowedFolder {
  let last = first
  let dirty: Dirty = new Set()
  let closed = false

  const seeAgain = async (from: S, what: Dirty) => {
    const sources = await rereadSources(folder, from.sources, what).catch((error: unknown) => ({
      files: [],
      diagnostics: [unreadableFile(basename(folder), reasonOf(error))],
    }))
    if (sources === from.sources) return from
    // Who has connected meanwhile is heard before work in which nobody is: a head that waits for long is cut off.
    for (let turn = 0; turn < 2; turn++) await new Promise((resume) => setImmediate(resume))
    return see(sources, from)
  }
  const look = oneAtATime(async () => {
    const what = dirty
    dirty = new Set()
    if (closed) return
    const found = await whole(last, (from) => seeAgain(from, what))
    if (found === last || closed) return
    last = found
    onChange(found)
  })
  const mark = (what: Dirty) => {
    dirty = dirty === 'all' || what === 'all' ? 'all' : new Set([...dirty, ...what])
    look.run()
  }
  const refresh = (path?: string) => mark(path === undefined ? 'all' : new Set([path]))
  const watching = watchFolder(folder, mark, onWatchingFailed)
  const timer = setInterval(() => refresh(), lookEvery).unref()
  return {
    refresh,
    close: async () => {
      closed = true
      clearInterval(timer)
      await Promise.all([watching.close(), look.settled()])
    },
  }
}

/** Errors that were not there before may be half a file: they must outlast a second look. */
async function whole<S extends Seen>(last: S, seeAgain: (from: S) => Promise<S>): Promise<S> {
  const found = await seeAgain(last)
  if (found === last || !hasNewErrors(found.diagnostics, last.diagnostics)) return found
  await delay(tornWrite)
  const later = await seeAgain(found)
  return areSame(later.sources, last.sources) ? last : later
}

function hasNewErrors(now: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  const known = new Set(before.filter(isError).map(nameOf))
  return now.some((diagnostic) => isError(diagnostic) && !known.has(nameOf(diagnostic)))
}

/** Without the place, which moves with every line above it. */
function nameOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([span.file, code, message])
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
