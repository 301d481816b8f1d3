import type { SerializedGraph } from 'graphology-types'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

/** All that a graph says, without the places in the files and the layout. */
export function saidBy(graph: KnowledgeGraph): SerializedGraph {
  return JSON.parse(JSON.stringify(graph.export()), (key, value) =>
    ['file', 'line', 'x', 'y', 'size', 'color'].includes(key) ? undefined : value,
  )
}
