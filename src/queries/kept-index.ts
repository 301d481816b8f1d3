import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'

type Make<Index> = (graph: KnowledgeGraph) => Index

const kept = new WeakMap<KnowledgeGraph, Map<Make<unknown>, unknown>>()

/** Makes an index of a graph when it is first asked for, and again when the one that was kept does not fit it. */
export function keptIndex<Index>(
  make: Make<Index>,
  fits: (index: Index, graph: KnowledgeGraph) => boolean,
): Make<Index> {
  return (graph) => {
    const indexes = kept.get(graph) ?? new Map<Make<unknown>, unknown>()
    const known = indexes.get(make) as Index | undefined
    if (known !== undefined && fits(known, graph)) return known
    const index = make(graph)
    kept.set(graph, indexes.set(make, index))
    return index
  }
}

/** For who changes a graph in place, which its numbers of nodes and edges may not tell. */
export function forgetIndexes(graph: KnowledgeGraph): void {
  kept.delete(graph)
}
