import type { Dirty } from '../documents/reread-sources.ts'
import { debounce } from './debounce.ts'

export interface Gathering {
  /** What may have changed; without a path, that may be anything. */
  readonly mark: (path?: string) => void
  readonly cancel: () => void
}

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

/** Gathers what events tell until they pause, and tells it at once; `isBurst` where events may have been dropped. */
export function gatherDirty(onDirty: (dirty: Dirty, isBurst: boolean) => void): Gathering {
  let paths = new Set<string>()
  let isAll = false
  let events = 0
  const tell = debounce(() => {
    const isBurst = events > mostEvents
    const dirty = isAll || isBurst ? 'all' : paths
    paths = new Set()
    isAll = false
    events = 0
    onDirty(dirty, isBurst)
  }, longestBurst)
  const mark = (path?: string) => {
    events++
    if (path === undefined) isAll = true
    else paths.add(path)
    tell.call(isAll || paths.size > fewFiles ? quietAfterMany : quietAfterFew)
  }
  return { mark, cancel: tell.cancel }
}
