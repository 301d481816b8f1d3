import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { SourceSupport } from '../../src/queries/source-support.ts'
import type { Lit } from './surroundings.ts'
import type { Visible } from './visible.ts'

/** All in the picture that cites a source: relations with their ends, and entities with such attributes. */
export function litBySource(
  { graph, visible }: { readonly graph: KnowledgeGraph; readonly visible: Visible },
  { alone, shared }: SourceSupport,
): Lit {
  const nodes = new Set<string>()
  const edges = new Set<string>()
  for (const citing of [...alone, ...shared]) {
    if (!('edge' in citing)) nodes.add(citing.entity)
    else if (visible.edges.has(citing.edge)) {
      edges.add(citing.edge)
      for (const end of graph.extremities(citing.edge)) nodes.add(end)
    }
  }
  return { nodes, edges }
}

/**
 * What falls with a source: the relations, and the entities of which nothing else is told. Nothing where everything
 * falls, because marks on all would tell nothing apart.
 */
export function fragileWith(
  { order }: Pick<KnowledgeGraph, 'order'>,
  { alone, untold }: SourceSupport,
): Lit {
  if (untold.size === order) return { nodes: new Set(), edges: new Set() }
  return {
    nodes: untold,
    edges: new Set(alone.flatMap((citing) => ('edge' in citing ? [citing.edge] : []))),
  }
}
