import type { Change } from './changes.ts'
import type { SourceMode } from './view-state.ts'

/** Opens what rests on a source; a panel that would stand in its place gives way in a narrow window. */
export function showSource(id: string, narrow: boolean): Change {
  return (view) => ({
    ...openSources(narrow)(view),
    source: view.source?.id === id ? view.source : { id, mode: 'light' },
  })
}

export function openSources(narrow: boolean): Change {
  return (view) => ({ ...view, left: 'sources', ...(narrow && { right: 'none' }) })
}

export const leaveSource: Change = (view) => ({ ...view, source: null })

export function setSourceMode(mode: SourceMode): Change {
  return (view) => (view.source ? { ...view, source: { ...view.source, mode } } : view)
}

/** Null for whatever any source says. */
export function onlySource(id: string | null): Change {
  return (view) => ({ ...view, source: id === null ? null : { id, mode: 'only' } })
}

/** Null for whoever says it. */
export function onlySaidBy(saidBy: string | null): Change {
  return (view) => ({ ...view, saidBy, withoutSpeaker: unless(saidBy, view.withoutSpeaker) })
}

/** Null for nobody. */
export function withoutSpeaker(id: string | null): Change {
  return (view) => ({ ...view, withoutSpeaker: id, saidBy: unless(id, view.saidBy) })
}

/** Only what somebody says, and that not: this is never meant. */
function unless(chosen: string | null, other: string | null): string | null {
  return chosen === other ? null : other
}
