import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** A graph that was written without a layout is drawn as a spiral, in the order of its entities. */
export function placeLost(graph: KnowledgeGraph): void {
  let index = 0
  graph.forEachNode((node, { x, y }) => {
    index++
    if (Number.isFinite(x) && Number.isFinite(y)) return
    const distance = 30 * Math.sqrt(index)
    graph.mergeNodeAttributes(node, {
      x: distance * Math.cos(index * goldenAngle),
      y: distance * Math.sin(index * goldenAngle),
    })
  })
}
