import type { ReadonlySignal } from '@preact/signals'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { GraphChange } from '../../src/server/graph-change.ts'

/** The graph in one state. Each state is another object, while the graph in it may be the same one, changed in place. */
export interface Shown {
  readonly graph: KnowledgeGraph
  /** Of the graph on the server; null where that has none. */
  readonly version?: string | null
  /** What has made it of the state with the version that this says. */
  readonly change?: GraphChange
}

/** Follows the states: who reads the graph is told of each, also where it stays the same object. */
export type ShownGraph = Pick<ReadonlySignal<KnowledgeGraph | null>, 'value' | 'peek'>

export function graphIn(shown: ReadonlySignal<Shown | null>): ShownGraph {
  return {
    get value() {
      return shown.value?.graph ?? null
    },
    peek: () => shown.peek()?.graph ?? null,
  }
}
