import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Path } from '../../src/queries/find-paths.ts'
import { type Lit, surroundings } from './surroundings.ts'
import type { Selection } from './view-state.ts'
import type { Visible } from './visible.ts'

/**
 * What shines: the path that is shown, or else what rests on the source that is looked at; unless something beside it
 * is selected: that, with whatever it touches.
 */
export function litBy(
  { graph, visible }: { readonly graph: KnowledgeGraph; readonly visible: Visible },
  selected: Selection | null,
  path: Path | undefined,
  bySource: Lit | null,
): Lit | null {
  const seen = selected?.kind === 'entity' ? visible.nodes : visible.edges
  const around = selected && seen.has(selected.id) ? surroundings(graph, visible, selected) : null
  const along = path ? onPath(path) : bySource
  if (along === null || selected === null) return along ?? around
  const isLit = along.nodes.has(selected.id) || along.edges.has(selected.id)
  return isLit ? along : (around ?? along)
}

function onPath({ hops }: Path): Lit {
  return {
    nodes: new Set(hops.flatMap(({ from, to }) => [from, to])),
    edges: new Set(hops.map(({ edge }) => edge)),
  }
}
