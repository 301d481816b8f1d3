import type { Filter } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { type PathIndex, pathIndex } from './path-index.ts'
import { keptEdges, rowFilterOf } from './routes/kept-edges.ts'
import type { Direction } from './rows.ts'

export interface Expansion {
  readonly ids: readonly string[]
  /** Which relations, and when these may hold. */
  readonly filter?: Filter
  /** Claims that run out of the entities, into them, or either way (unless told). */
  readonly direction?: Direction
  readonly limit?: number
  /** Where the page before this one ended: its `next`. */
  readonly cursor?: string
}

export interface ExpandedPage {
  /** Each once, in order of key. */
  readonly edges: readonly ExpandedEdge[]
  /** To be given as `cursor` for what follows; absent on the last page. */
  readonly next?: string
}

/** A claim between two entities, as it stands in the graph. */
export interface ExpandedEdge extends EdgeAttributes {
  readonly edge: string
  /** The entity that the claim is about, and the one that it ties it to. */
  readonly from: string
  readonly to: string
}

/**
 * The one step of which all searches are made: the claims that lead on from some entities. The key of the last one is
 * the cursor: a place in the order, which holds even when that claim is gone.
 */
export function expand(graph: KnowledgeGraph, expansion: Expansion): ExpandedPage {
  const { ids, filter = {}, direction = 'either', limit = Infinity, cursor } = expansion
  const index = pathIndex(graph)
  const keeps = keptEdges(index, filter, [])
  const nodes = ids.flatMap((id) => index.numbers.get(id) ?? [])
  index.needRows?.(direction, rowFilterOf(graph, filter, []), nodes)
  const first = cursor === undefined ? 0 : firstAfter(index.edges, cursor)
  const found = edgesFrom(index, nodes, { direction, keeps, first, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    edges: page.map((edge) => expandedEdge(index, edge)),
    ...(found.length > limit && last !== undefined && { next: index.edges[last] as string }),
  }
}

function expandedEdge(index: PathIndex, edge: number): ExpandedEdge {
  return {
    ...(index.claims[edge] as EdgeAttributes),
    edge: index.edges[edge] as string,
    from: index.nodes[index.sources[edge] as number] as string,
    to: index.nodes[index.targets[edge] as number] as string,
  }
}

interface Wanted {
  readonly direction: Direction
  readonly keeps: ((edge: number) => boolean) | undefined
  /** Only edges from this number on, and so many of them. */
  readonly first?: number
  readonly limit?: number
}

/** The same by number. Of a long row only so much is read as is wanted. */
export function edgesFrom(index: PathIndex, nodes: readonly number[], wanted: Wanted): number[] {
  const { direction, keeps, first = 0, limit = Infinity } = wanted
  const { starts, edges } = index.rows(direction, 'edge')
  const found: number[] = []
  for (const node of nodes) {
    const stop = starts[node + 1] as number
    const enough = found.length + limit
    let step = lowest(starts[node] as number, stop, (at) => (edges[at] as number) >= first)
    for (; step < stop && found.length < enough; step++) {
      const edge = edges[step] as number
      if (keeps === undefined || keeps(edge)) found.push(edge)
    }
  }
  if (nodes.length < 2) return found
  // A claim between two of the entities stands in the rows of both.
  const sorted = found.sort((a, b) => a - b)
  return sorted.filter((edge, at) => edge !== sorted[at - 1]).slice(0, limit)
}

/** The number of the first key that comes after a cursor. */
export function firstAfter(keys: readonly string[], cursor: string): number {
  return lowest(0, keys.length, (at) => compareText(keys[at] as string, cursor) > 0)
}

/** The lowest number from `low` on, and below `high` if there is one, of which something holds that goes on to hold. */
function lowest(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
