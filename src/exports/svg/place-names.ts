import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Box } from '../../picture/box.ts'
import { boxGrid } from '../../picture/box-grid.ts'
import { pointOn } from '../../picture/edge-geometry.ts'
import { type LabelWish, placeLabels } from '../../picture/place-labels.ts'
import { textWidth } from '../../picture/text-width.ts'
import { wrapLabel } from '../../picture/wrap-label.ts'
import { captionColour, lightPalette } from './light-palette.ts'
import {
  bitsOf,
  boxAround,
  type DrawnEdge,
  type DrawnNode,
  type PicturePlan,
} from './plan-picture.ts'

/** Some lines of text in the middle of a box. */
export interface PlacedText {
  /** The entity or relation whose name it is. */
  readonly of: string
  readonly lines: readonly string[]
  readonly box: Box
  /** Which side of the box the lines keep to. */
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly colour: string
  readonly weight: 400 | 500
  readonly italic: boolean
}

export const lineHeight = 1.25

/** The greatest nodes are named although the name may touch a small one. */
const greatest = 5
const touch = 0.05

/** More lines than this are everywhere, and no name could avoid them. */
const mostLines = 2000

/** How far a name may stand outside of what is drawn. */
const margin = { x: 90, y: 34 }

/** The names of entities, each beside its node where it covers nothing; those that find no place are not in it. */
export function placeNodeNames(
  graph: KnowledgeGraph,
  { nodes, edges, size }: PicturePlan,
  taken: readonly Box[] = [],
): PlacedText[] {
  const texts = new Map([...nodes.values()].map((node) => [node.id, textAt(graph, node)]))
  const order = [...nodes.values()].sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))
  const wishes = order.flatMap((node, index): LabelWish[] => {
    const text = texts.get(node.id)
    if (text === undefined || text.width === 0) return []
    const height = text.lines.length * text.size * lineHeight
    const mayCover = index < greatest ? touch : 0
    return [{ ...node, width: text.width + 4, height, mayCover, mayStandOff: true }]
  })
  const around = boxAround(nodes.values())
  const placed = placeLabels(wishes, {
    bounds: {
      left: around.left - margin.x,
      top: around.top - margin.y,
      right: around.right + margin.x,
      bottom: around.bottom + margin.y,
    },
    nodes: [...[...nodes.values()].map(boxOf), ...loopBits(edges())],
    lines: size > mostLines ? [] : [...edges()].flatMap((edge) => bitsOf(edge, 5)),
    taken,
    lastSpots: new Map(),
    most: Infinity,
  })
  return placed.flatMap(({ id, box, side }) => {
    const text = texts.get(id)
    const anchor = side.endsWith('right') ? 'start' : side.endsWith('left') ? 'end' : 'middle'
    return text === undefined ? [] : [{ ...text, of: id, box, anchor }]
  })
}

/** More relations than this say nothing by their names any more. */
const mostNamed = 40

const places = [0.5, 0.4, 0.6, 0.3, 0.7]

/** The names of the relations of a small picture, each on its own curve where it covers no entity and no name. */
export function placeEdgeNames(
  { nodes, edges, size }: PicturePlan,
  names: readonly PlacedText[],
): PlacedText[] {
  if (size > mostNamed) return []
  const taken = boxGrid([...[...nodes.values()].map(boxOf), ...names.map(({ box }) => box)])
  return [...edges()].flatMap((edge) => {
    const width = textWidth(edge.label, captionSize) + 6
    const box = placesOn(edge, width).find((candidate) => !taken.hits(candidate))
    if (box === undefined) return []
    taken.add(box)
    const colour = captionColour(edge.colour)
    const look = {
      anchor: 'middle',
      size: captionSize,
      colour,
      weight: 500,
      italic: false,
    } as const
    return [{ of: edge.edge, lines: [edge.label], box, ...look }]
  })
}

const captionSize = 11

/** None on a line that its own name would hide. */
function placesOn(edge: DrawnEdge, width: number): Box[] {
  const { curve, label } = edge
  const [from, , , to] = curve
  const isTooShort = !isLoop(edge) && Math.hypot(to.x - from.x, to.y - from.y) < width + 24
  if (isTooShort || label.trim() === '') return []
  return places.map((t) => {
    const { x, y } = pointOn(curve, t)
    return { left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 8 }
  })
}

function loopBits(edges: Iterable<DrawnEdge>): Box[] {
  const boxes: Box[] = []
  for (const edge of edges) if (isLoop(edge)) boxes.push(...bitsOf(edge, 3))
  return boxes
}

function isLoop({ curve: [from, , , to] }: DrawnEdge): boolean {
  return from.x === to.x && from.y === to.y
}

/** Withheld names are descriptions, and in italics; what only says when or where stands back. */
function textAt(graph: KnowledgeGraph, { id, shape, hollow }: DrawnNode) {
  const { label, count } = graph.getNodeAttributes(id)
  const isQuiet = shape !== 'circle'
  const size = isQuiet ? 11 : 12.5
  const text = count === undefined ? label : `${label} ×${count}`
  const { lines, width } = wrapLabel(text, (part) => textWidth(part, size))
  const colour = isQuiet ? lightPalette.quietText : lightPalette.text
  const weight = isQuiet ? 400 : 500
  return { lines, width, size, colour, weight, italic: hollow } as const
}

function boxOf({ x, y, radius }: DrawnNode): Box {
  const reach = radius * 0.86
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}
