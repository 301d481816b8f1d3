import type { NodeAttributes, OntologyAttributes } from './knowledge-graph.ts'
import type { Position } from './layout-position.ts'

/** Where and how a node is drawn. */
export type NodeLook = Required<Pick<NodeAttributes, 'x' | 'y' | 'size' | 'color'>>

/** How a node of a type looks that stands somewhere and has so many edges. */
export function nodeLook(
  type: string,
  { x, y }: Position,
  degree: number,
  types: OntologyAttributes['entities'],
): NodeLook {
  return {
    x: round(x),
    y: round(y),
    size: round(nodeSize(type, degree, types)),
    color: types[type]?.colour ?? fallbackColour,
  }
}

/** By the number of edges, as an area; what only says when or where stays small. */
export function nodeSize(
  type: string,
  degree: number,
  types: OntologyAttributes['entities'],
): number {
  const quiet = types[type]?.dated === true || types[type]?.transit === false
  const size = 4 + 2.2 * Math.sqrt(degree)
  return Math.max(4, Math.min(18, quiet ? size * 0.65 : size))
}

const fallbackColour = '#666666'

/** Two decimals, so that texts made from the picture stay short; `-0` becomes `0`. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
