import { effect } from '@preact/signals'
import type { Viewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { knownView } from './unknown-ids.ts'

/** A view may name what the graph does not have, or has no longer: it is taken out and said. */
export function keepKnown({ base, graph, view, adjust, notices }: Viewer): void {
  effect(() => {
    // Of a part the page cannot know what the graph does not have.
    if (graph.value === null || base.beyond.value !== null) return
    const { view: known, unknown } = knownView(graph.value, view.value)
    if (unknown.length === 0) return
    adjust(() => known)
    notices.value = [...new Set([...notices.peek(), texts.unknownNames(unknown)])]
  })
}
