import { effect } from '@preact/signals'
import type { Viewer } from '../viewer.ts'
import { formatHash } from './format-hash.ts'
import { parseHash } from './parse-hash.ts'
import type { ViewState } from './view-state.ts'

/**
 * The address always says what is seen; a reader who changes the address changes the view. To turn to something else is
 * a step of the browser's history, so that Back leads to what was looked at before; how it is looked at is none. A
 * frame leaves the history to the page around it.
 */
export function keepAddress({ view, change, embedded, isStepping }: Viewer): void {
  let subject = subjectOf(view.peek())
  effect(() => {
    const before = subject
    subject = subjectOf(view.value)
    const hash = formatHash(view.value)
    if (hash === location.hash || hash === normal(location.hash)) return
    const address = hash || location.pathname + location.search
    if (isStepping() && subject !== before && !embedded) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  })
  window.addEventListener('hashchange', () => change(() => parseHash(location.hash)))
}

/** What the reader looks at, and not from where, with which filters or beside which panel. */
function subjectOf({ selected, path, focus, source }: ViewState): string {
  return JSON.stringify([selected, path?.from, path?.to, focus, source?.id])
}

/** Browsers may write the same hash with other escapes. */
function normal(hash: string): string {
  return formatHash(parseHash(hash))
}
