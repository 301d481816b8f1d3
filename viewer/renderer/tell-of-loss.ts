import type { KnowledgeGraph, NodeAttributes } from '../../src/graph/knowledge-graph.ts'
import type { Selection } from '../state/view-state.ts'

/** Who draws the graph goes on thinking that the pointer is over what is there no longer. Gives whether that is so. */
export function tellOfLoss(graph: KnowledgeGraph, { kind, id: key }: Selection): boolean {
  if (kind === 'entity' ? graph.hasNode(key) : graph.hasEdge(key)) return false
  const attributes = {} as NodeAttributes
  if (kind === 'entity') graph.emit('nodeDropped', { key, attributes })
  else graph.emit('edgeDropped', lost(key))
  return true
}

/** Of an edge that is gone no more than its key is known, and no more is asked for. */
function lost(key: string) {
  const sides = { source: '', target: '', sourceAttributes: {}, targetAttributes: {} }
  return { key, ...sides, attributes: {}, undirected: false } as never
}
