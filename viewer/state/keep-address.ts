import { effect } from '@preact/signals'
import type { Viewer } from '../viewer.ts'
import { formatHash } from './format-hash.ts'
import { parseHash } from './parse-hash.ts'

/** The address always says what is seen; a reader who changes the address changes the view. */
export function keepAddress({ view, change }: Viewer): void {
  effect(() => {
    const hash = formatHash(view.value)
    if (hash === location.hash || hash === normal(location.hash)) return
    history.replaceState(null, '', hash || location.pathname + location.search)
  })
  window.addEventListener('hashchange', () => change(() => parseHash(location.hash)))
}

/** Browsers may write the same hash with other escapes. */
function normal(hash: string): string {
  return formatHash(parseHash(hash))
}
