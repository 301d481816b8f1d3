import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compareText } from '../../src/text/compare-text.ts'
import type { Viewer } from '../viewer.ts'
import type { Change } from './changes.ts'

/** More than these a page does not show at once, and a question cannot name. */
const mostHere = 1000

export interface Room {
  readonly ids: readonly string[]
  /** Some had to stay away. */
  readonly isFull: boolean
}

/** The entities that are here, whether the view names them or they are those that stand out. */
export function hereIn({ view, graph }: Pick<Viewer, 'view' | 'graph'>): readonly string[] {
  const { only } = view.peek()
  return only.length > 0 ? only : (graph.peek()?.nodes() ?? [])
}

/** These, and as many of the others as there is room for. */
export function fitting(first: readonly string[], others: readonly string[]): Room {
  const all = [...new Set([...first, ...others])]
  return { ids: all.slice(0, mostHere).sort(compareText), isFull: all.length > mostHere }
}

export function showOnly(only: readonly string[]): Change {
  return (view) => ({ ...view, only })
}

/** Back to those that stand out. */
export const startOver: Change = (view) => ({
  ...view,
  only: [],
  selected: null,
  focus: null,
  path: null,
  chosen: [],
  camera: null,
})

/** The neighbours of an entity that are tied to nothing here but it and each other. */
export function hangingOn(graph: KnowledgeGraph, id: string): string[] {
  const near = new Set([id, ...graph.neighbors(id)])
  return [...near].filter(
    (other) => other !== id && graph.neighbors(other).every((end) => near.has(end)),
  )
}
