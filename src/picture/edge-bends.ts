import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** How an edge leaves the straight line, so that edges between the same ends lie side by side. */
export type EdgeBend =
  | { readonly kind: 'curve'; readonly curvature: number }
  /** `angle` is the direction of the loop, `reach` how far it goes beyond the node. */
  | { readonly kind: 'loop'; readonly angle: number; readonly reach: number }

const step = 0.22
const widest = 0.9

export function edgeBends(graph: KnowledgeGraph): Map<string, EdgeBend> {
  const bends = new Map<string, EdgeBend>()
  for (const edges of parallelEdges(graph)) {
    const [first = ''] = edges
    if (graph.isSelfLoop(first)) bendLoops(graph, edges, bends)
    else bendCurves(graph, edges, bends)
  }
  return bends
}

/** The edges of each pair of nodes, whichever way they run, in order of key. */
function parallelEdges(graph: KnowledgeGraph): Iterable<string[]> {
  const groups = new Map<string, string[]>()
  for (const edge of graph.edges().sort(compareText)) {
    const ends = graph.extremities(edge).sort(compareText).join(' ')
    const group = groups.get(ends)
    if (group) group.push(edge)
    else groups.set(ends, [edge])
  }
  return groups.values()
}

/** A curve bends to the left of its own direction; edges that run back must bend the other way. */
function bendCurves(
  graph: KnowledgeGraph,
  edges: readonly string[],
  bends: Map<string, EdgeBend>,
): void {
  const apart = Math.min(step, widest / edges.length)
  const source = graph.source(edges[0] ?? '')
  edges.forEach((edge, index) => {
    const offset = (index - (edges.length - 1) / 2) * apart
    bends.set(edge, { kind: 'curve', curvature: graph.source(edge) === source ? offset : -offset })
  })
}

function bendLoops(
  graph: KnowledgeGraph,
  edges: readonly string[],
  bends: Map<string, EdgeBend>,
): void {
  const angle = emptiestDirection(graph, graph.source(edges[0] ?? ''))
  edges.forEach((edge, index) => {
    bends.set(edge, { kind: 'loop', angle, reach: 24 + 10 * index })
  })
}

/** The middle of the widest gap between the neighbours of a node. */
function emptiestDirection(graph: KnowledgeGraph, node: string): number {
  const { x = 0, y = 0 } = graph.getNodeAttributes(node)
  const angles = graph
    .filterNeighbors(node, (neighbour) => neighbour !== node)
    .map((neighbour) => {
      const other = graph.getNodeAttributes(neighbour)
      return Math.atan2((other.y ?? 0) - y, (other.x ?? 0) - x)
    })
    .sort((a, b) => a - b)
  const [first] = angles
  if (first === undefined) return Math.PI / 2

  let best = { gap: 0, middle: 0 }
  angles.forEach((angle, index) => {
    const next = angles[index + 1] ?? first + 2 * Math.PI
    if (next - angle > best.gap) best = { gap: next - angle, middle: (angle + next) / 2 }
  })
  return best.middle
}
