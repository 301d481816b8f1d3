import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Selection } from './view-state.ts'
import type { Visible } from './visible.ts'

/** The entities and relations that stay bright while the rest fades. */
export interface Lit {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** What belongs to a selection: an entity with its relations and neighbours, a relation with its ends. */
export function surroundings(
  graph: KnowledgeGraph,
  visible: Visible,
  { kind, id }: Selection,
): Lit {
  if (kind === 'relation') {
    return { nodes: new Set(graph.extremities(id)), edges: new Set([id]) }
  }
  const edges = new Set(graph.edges(id).filter((edge) => visible.edges.has(edge)))
  const nodes = new Set([id])
  for (const edge of edges) nodes.add(graph.opposite(id, edge))
  return { nodes, edges }
}
