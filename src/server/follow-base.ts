import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Look, lookAgain } from './look-at-base.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { watchFolder } from './watch-folder.ts'

export interface FollowedBase {
  /** Looks at the folder now. */
  readonly refresh: () => void
  readonly close: () => Promise<void>
}

/** Changes that raise no event are found this late. */
const lookEvery = 30_000
/** A program that writes a file in place has written the rest of it by then. */
const tornWrite = 100

/** Tells every change of the folder's content, in order, until it is closed. */
export function followBase(
  folder: string,
  first: Look,
  onLook: (look: Look) => void,
  onWatchingFailed: (reason: string) => void,
): FollowedBase {
  let last = first
  let closed = false

  const look = oneAtATime(async () => {
    if (closed) return
    const found = await lookWhole(folder, last)
    if (found === undefined || closed) return
    last = found
    onLook(found)
  })

  const watching = watchFolder(folder, look.run, onWatchingFailed)
  const timer = setInterval(look.run, lookEvery).unref()
  return {
    refresh: look.run,
    close: async () => {
      closed = true
      clearInterval(timer)
      await Promise.all([watching.close(), look.settled()])
    },
  }
}

/** Errors that were not there before may be half a file: they must outlast a second look. */
async function lookWhole(folder: string, last: Look): Promise<Look | undefined> {
  const found = await lookAgain(folder, last)
  if (found === undefined || !hasNewErrors(found.diagnostics, last.diagnostics)) return found
  await delay(tornWrite)
  const whole = (await lookAgain(folder, found)) ?? found
  return isDeepStrictEqual(whole.sources, last.sources) ? undefined : whole
}

function hasNewErrors(now: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const known = new Set(before.map(nameOf))
  return now.some((diagnostic) => diagnostic.severity === 'error' && !known.has(nameOf(diagnostic)))
}

/** Without the place, which moves with every line above it. */
function nameOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([span.file, code, message])
}
