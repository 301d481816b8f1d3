import { type Diagram, diagramOf } from '../exports/diagram/diagram.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Path } from '../queries/find-paths.ts'

/** Every entity and every claim of the paths once, in the order in which the paths come to them. */
export function pathDiagram(graph: KnowledgeGraph, paths: readonly Path[]): Diagram {
  const hops = paths.flatMap((path) => path.hops)
  const ids = [...new Set(hops.flatMap(({ from, to }) => [from, to]))]
  const keys = [...new Set(hops.map(({ edge }) => edge))]
  return diagramOf(graph, { ids, keys, dates: true })
}
