import type { KnowledgeGraph } from './knowledge-graph.ts'
import { layoutComponent } from './layout-component.ts'
import { componentsOf } from './layout-components.ts'
import { packPictures } from './layout-packing.ts'

/** Gives every node `x`, `y`, `size` and `color`: the same graph gets the same picture, whatever its order. */
export function layoutGraph(graph: KnowledgeGraph): void {
  const sizeOf = nodeSizes(graph)
  const pictures = componentsOf(graph).map((component) => layoutComponent(component, sizeOf))
  const positions = packPictures(pictures)
  const types = graph.getAttribute('ontology').entities
  graph.updateEachNodeAttributes((node, attributes) => {
    const { x, y } = positions.get(node) ?? { x: 0, y: 0 }
    attributes.x = round(x)
    attributes.y = round(y)
    attributes.size = round(sizeOf(node))
    attributes.color = types[attributes.type]?.colour ?? fallbackColour
    return attributes
  })
}

const fallbackColour = '#666666'

/** Two decimals, so that texts made from the picture stay short; `-0` becomes `0`. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

/** By the number of edges, as an area; what only says when or where stays small. */
function nodeSizes(graph: KnowledgeGraph): (node: string) => number {
  const types = graph.getAttribute('ontology').entities
  return (node) => {
    const type = types[graph.getNodeAttribute(node, 'type')]
    const quiet = type?.dated === true || type?.transit === false
    const size = 4 + 2.2 * Math.sqrt(graph.degree(node))
    return Math.max(4, Math.min(18, quiet ? size * 0.65 : size))
  }
}
