import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from '../../graph/knowledge-graph.ts'
import type { Box } from '../../picture/box.ts'
import { edgeBends } from '../../picture/edge-bends.ts'
import { type Curve, curveOf, type Point, pointOn } from '../../picture/edge-geometry.ts'
import { kindsOf } from '../../picture/kinds-of.ts'
import { faintestLine, inkShare, mostCurves } from '../../picture/line-ink.ts'
import { type LinePattern, linePattern } from '../../picture/line-pattern.ts'
import { type Shape, shapeOf } from '../../picture/shape-of.ts'
import { kindColour, nodeColour } from './light-palette.ts'

/** What is drawn and where, in units of the picture that count downwards. Names come later. */
export interface PicturePlan {
  readonly nodes: ReadonlyMap<string, DrawnNode>
  /** Made anew whenever they are asked for: all at once they would fill the memory. */
  readonly edges: () => Iterable<DrawnEdge>
  readonly size: number
}

export interface DrawnNode extends Point {
  readonly id: string
  readonly radius: number
  readonly shape: Shape
  readonly colour: string
  /** The sources withhold the name. */
  readonly hollow: boolean
}

export interface DrawnEdge {
  readonly edge: string
  readonly curve: Curve
  /** How much at either end lies under a node. */
  readonly under: readonly [start: number, end: number]
  readonly colour: string
  readonly width: number
  /** 1, or less where many lines crowd. */
  readonly opacity: number
  readonly pattern: LinePattern
  readonly arrow: boolean
  readonly label: string
}

export function planPicture(graph: KnowledgeGraph): PicturePlan {
  const scale = scaleOf(graph)
  const { entities } = graph.getAttribute('ontology')
  const nodes = new Map<string, DrawnNode>()
  for (const { node, attributes } of graph.nodeEntries()) {
    const { type, color, unnamed } = attributes
    const shape = shapeOf(Object.hasOwn(entities, type) ? entities[type] : undefined)
    const colour = nodeColour(color, shape === 'square')
    const look = { shape, colour, hollow: unnamed, radius: radiusOf(attributes) }
    nodes.set(node, { id: node, ...placeOf(attributes, scale), ...look })
  }
  return { nodes, edges: edgePlanner(graph, nodes), size: graph.size }
}

/** How far apart nodes stand if they stood in rows: room for a name in between, and for those of few relations. */
const spacing = { few: 175, many: 116 }
const few = 15

/** From the units of the layout to those of the picture. */
function scaleOf(graph: KnowledgeGraph): number {
  const { left, right, top, bottom } = boxAround(
    graph.mapNodes((_, { x = 0, y = 0 }) => ({ x, y, radius: 0 })),
  )
  const area = (right - left) * (bottom - top)
  const wanted = graph.order <= few ? spacing.few : spacing.many
  return area > 0 ? wanted / Math.sqrt(area / graph.order) : 1
}

function placeOf({ x = 0, y = 0 }: NodeAttributes, scale: number): Point {
  return { x: x * scale, y: -y * scale }
}

function radiusOf({ size = 6 }: NodeAttributes): number {
  return Math.max(4.5, size)
}

function edgePlanner(
  graph: KnowledgeGraph,
  nodes: ReadonlyMap<string, DrawnNode>,
): () => Iterable<DrawnEdge> {
  const bends = edgeBends(graph)
  const kinds = kindsOf(graph)
  const room = roomForLines(graph)
  const plan = (edge: string, attributes: EdgeAttributes, source: string, target: string) => {
    const [from, to] = [nodes.get(source), nodes.get(target)]
    const bend = bends.get(edge)
    if (!from || !to || !bend) throw new Error(`Edge ${edge} has no place in the picture.`)
    const curve = curveOf(from, to, bend, bend.kind === 'loop' ? from.radius + bend.reach : 0)
    const pattern = linePattern(attributes)
    const toBackdrop = from.shape === 'square' || to.shape === 'square'
    const width = (toBackdrop ? 1 : 1.6) * (pattern === 'solid' ? 1 : 0.9)
    const ink = Math.hypot(to.x - from.x, to.y - from.y) * width
    return {
      edge,
      curve,
      under: [from.radius + 1, to.radius + 2] as const,
      colour: kindColour(kinds, attributes.kind),
      width,
      opacity: Math.max(faintestLine, Math.min(1, (inkShare * room) / ink)),
      pattern,
      arrow: !attributes.symmetric,
      label: attributes.label,
    }
  }
  return function* () {
    for (const { edge, attributes, source, target } of graph.edgeEntries()) {
      yield plan(edge, attributes, source, target)
    }
  }
}

/** What each line may take of the picture, in square units. As in the viewer, a few lines crowd nothing. */
function roomForLines({ order, size }: KnowledgeGraph): number {
  return size > mostCurves ? (spacing.many ** 2 * order) / size : Infinity
}

/** The box around circles and points. */
export function boxAround(circles: Iterable<Point & { readonly radius: number }>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, radius } of circles) {
    left = Math.min(left, x - radius)
    top = Math.min(top, y - radius)
    right = Math.max(right, x + radius)
    bottom = Math.max(bottom, y + radius)
  }
  return left > right ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom }
}

/** Bits of an edge, for what must not lie on it. */
export function bitsOf({ curve }: DrawnEdge, radius: number): Box[] {
  return steps.map((t) => {
    const { x, y } = pointOn(curve, t)
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
  })
}

const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
