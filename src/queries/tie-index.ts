import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'

/**
 * Who is tied to whom, however many claims tie them and whichever way these run, as typed arrays. Measures that count
 * shortest chains of entities read it; chains of claims, where two claims are two ways, are for paths.
 */
export interface TieIndex {
  readonly nodes: readonly string[]
  /** The neighbours of node `i` stand in `neighbours` from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  /** The number of the tie, one for both directions. */
  readonly ties: Uint32Array
  readonly size: number
}

/** The nodes and edges that are kept; the order of nodes is that of the graph. */
export function tieIndex(
  graph: KnowledgeGraph,
  keepsNode: (node: string) => boolean,
  keepsEdge: (edge: string) => boolean,
): TieIndex {
  const nodes = graph.filterNodes(keepsNode)
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const pairs = new Set<number>()
  graph.forEachEdge((edge, _, source, target) => {
    const [a, b] = [numbers.get(source), numbers.get(target)]
    if (a === undefined || b === undefined || a === b || !keepsEdge(edge)) return
    pairs.add(Math.min(a, b) * nodes.length + Math.max(a, b))
  })
  return { nodes, size: pairs.size, ...rows(pairs, nodes.length) }
}

function rows(pairs: ReadonlySet<number>, order: number) {
  const starts = new Uint32Array(order + 1)
  const ends = (pair: number) => [Math.floor(pair / order), pair % order] as const
  const degrees = new Uint32Array(order)
  for (const pair of pairs) for (const end of ends(pair)) degrees[end] = (degrees[end] ?? 0) + 1
  for (let node = 0; node < order; node++) {
    starts[node + 1] = (starts[node] ?? 0) + (degrees[node] ?? 0)
  }
  const free = starts.slice()
  const neighbours = new Uint32Array(2 * pairs.size)
  const ties = new Uint32Array(2 * pairs.size)
  const put = (from: number, to: number, tie: number) => {
    const at = free[from] ?? 0
    neighbours[at] = to
    ties[at] = tie
    free[from] = at + 1
  }
  let tie = 0
  for (const pair of pairs) {
    const [a, b] = ends(pair)
    put(a, b, tie)
    put(b, a, tie)
    tie++
  }
  return { starts, neighbours, ties }
}
