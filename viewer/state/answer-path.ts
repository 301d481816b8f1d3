import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { findPaths, type Path } from '../../src/queries/find-paths.ts'
import { backdropsOf } from './backdrops-of.ts'
import type { PathView } from './view-state.ts'
import { type Visible, visibleGraph } from './visible.ts'

export interface PathAnswerView {
  readonly paths: readonly Path[]
  /** There may be more than these. */
  readonly truncated: boolean
  /** Why there is none. */
  readonly because: 'no-chain' | 'filters' | 'backdrops' | 'hidden-end' | null
}

const none = { paths: [], truncated: false }

/** The shortest chains in the picture between two entities, or the reason why there are none. */
export function answerPath(
  graph: KnowledgeGraph,
  visible: Visible,
  { from, to, anywhere }: PathView,
): PathAnswerView | null {
  if (to === null || !graph.hasNode(from) || !graph.hasNode(to)) return null
  if (!visible.nodes.has(from) || !visible.nodes.has(to)) return { ...none, because: 'hidden-end' }
  const through = backdropsOf(graph)
  const ask = (within: KnowledgeGraph, everywhere: boolean) =>
    findPaths(within, { from, to, ...(everywhere && { through }) })
  const seen = visibleGraph(graph, visible)
  const answer = ask(seen, anywhere)
  if (answer.paths.length > 0) return { ...answer, because: null }
  if (!anywhere && ask(seen, true).paths.length > 0) return { ...answer, because: 'backdrops' }
  if (!visible.whole && ask(graph, true).paths.length > 0) return { ...answer, because: 'filters' }
  return { ...answer, because: 'no-chain' }
}
