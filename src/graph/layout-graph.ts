import type { KnowledgeGraph } from './knowledge-graph.ts'
import { layoutComponent } from './layout-component.ts'
import { componentsOf, type GraphOutline } from './layout-components.ts'
import { packPictures } from './layout-packing.ts'
import type { Position } from './layout-position.ts'
import { nodeLook, nodeSize } from './node-look.ts'

/** Gives every node `x`, `y`, `size` and `color`: the same graph gets the same picture, whatever its order. */
export function layoutGraph(graph: KnowledgeGraph): void {
  const positions = positionsIn(graph)
  const types = graph.getAttribute('ontology').entities
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    ...nodeLook(attributes.type, positions.get(node) ?? origin, graph.degree(node), types),
  }))
}

/** Where the nodes of a graph stand in its picture; a part of another graph may be drawn in the sizes of that one. */
export function positionsIn(
  graph: GraphOutline,
  degreeOf: (node: string) => number = (node) => graph.degree(node),
): Map<string, Position> {
  const types = graph.getAttribute('ontology').entities
  const sizeOf = (node: string) =>
    nodeSize(graph.getNodeAttribute(node, 'type'), degreeOf(node), types)
  return packPictures(componentsOf(graph).map((component) => layoutComponent(component, sizeOf)))
}

const origin: Position = { x: 0, y: 0 }
