import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

/** With so many pixels from node to node, nodes are drawn at the size that the layout gave them. */
const trueSpacing = 50

const smallest = 0.16
const largest = 2.4

/**
 * How much larger than its true size a node is drawn: nearer things grow, but less than the room between them;
 * where they crowd, they shrink almost as fast as the room does.
 */
export function sizeAtSpacing(pixels: number): number {
  const share = pixels / trueSpacing
  return Math.min(largest, Math.max(smallest, share < 1 ? share ** 0.75 : Math.sqrt(share)))
}

/** The distance from node to node if they stood in rows, in the units of the graph. */
export function spacingOf(graph: KnowledgeGraph): number {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  graph.forEachNode((_, { x = 0, y = 0 }) => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  })
  const area = (right - left) * (high - low)
  return area > 0 ? Math.sqrt(area / graph.order) : 1
}
