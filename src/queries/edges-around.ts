import type { Filter } from '../graph/filter.ts'
import type { NodeAttributes } from '../graph/knowledge-graph.ts'
import { edgesFrom } from './expand.ts'
import type { PathIndex } from './path-index.ts'
import { keptEdges, rowFilterOf } from './routes/kept-edges.ts'

/**
 * The edges of an entity that a filter keeps, by number and so in order of key. Its types are asked of the other end:
 * the entity itself is given.
 */
export function edgesAround(
  index: PathIndex,
  id: string,
  { types, ...filter }: Filter = {},
): number[] {
  const node = index.numbers.get(id)
  if (node === undefined) return []
  const keeps = keptEdges(index, filter, [])
  index.needRows?.('either', rowFilterOf(index.graph, filter, []), [node])
  const edges = edgesFrom(index, [node], { direction: 'either', keeps })
  if (types === undefined) return edges
  const isAsked = ({ types: own }: NodeAttributes) => own.some((type) => types.includes(type))
  return edges.filter((edge) =>
    isAsked(index.entities[oppositeOf(index, node, edge)] as NodeAttributes),
  )
}

/** The node at the other end of an edge. */
export function oppositeOf({ sources, targets }: PathIndex, node: number, edge: number): number {
  const source = sources[edge] as number
  return source === node ? (targets[edge] as number) : source
}
