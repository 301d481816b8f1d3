import { effect } from '@preact/signals'
import type { Viewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { knownView } from './unknown-ids.ts'

/** A view may name what the graph does not have, or has no longer: it is taken out and said. */
export function keepKnown({ graph, view, adjust, notices }: Viewer): void {
  effect(() => {
    if (graph.value === null) return
    const { view: known, unknown } = knownView(graph.value, view.value)
    if (unknown.length === 0) return
    adjust(() => known)
    notices.value = [...new Set([...notices.peek(), texts.unknownNames(unknown)])]
  })
}
