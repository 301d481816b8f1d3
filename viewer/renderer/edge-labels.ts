import type Sigma from 'sigma'
import type { Box } from '../../src/picture/box.ts'
import { boxGrid } from '../../src/picture/box-grid.ts'
import { formatColour, legible } from '../../src/picture/colour.ts'
import { type Point, pointOn } from '../../src/picture/edge-geometry.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { kindColour } from '../marks/palette.ts'
import { curveOnScreen } from './curve-on-screen.ts'
import type { Drawing } from './drawing.ts'

export interface EdgeLabel {
  readonly text: string
  readonly font: string
  readonly box: Box
  readonly colour: string
}

/** More relations than this at once say nothing any more. */
const most = 24

const places = [0.5, 0.4, 0.6, 0.3, 0.7]

/** The names of the relations in focus, each on its own curve where it covers no entity and no name. */
export function edgeLabels(
  sigma: Sigma,
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  covered: readonly Box[],
): EdgeLabel[] {
  const { lit, scene } = drawing
  if (lit === null || lit.edges.size > most) return []
  const { graph, palette, visible } = scene
  const kinds = kindsOf(graph)
  const taken = boxGrid(covered)
  const font = `500 11px ${getComputedStyle(sigma.getContainer()).fontFamily}`
  context.font = font

  return [...lit.edges].flatMap((edge) => {
    if (!visible.edges.has(edge)) return []
    const { label, kind } = graph.getEdgeAttributes(edge)
    const width = context.measureText(label).width + 10
    const box = placesOn(sigma, drawing, edge, width)
      .map((point) => boxAt(point, width))
      .find((candidate) => !taken.hits(candidate))
    if (!box) return []
    taken.add(box)
    const colour = legible(kindColour(palette, kinds, kind), palette.canvas, 4.5)
    return [{ text: label, font, box, colour: formatColour(colour) }]
  })
}

/** None on a line that its own name would hide. */
function placesOn(sigma: Sigma, drawing: Drawing, edge: string, width: number): Point[] {
  const curve = curveOnScreen(sigma, drawing, edge)
  if (!curve) return []
  const [from, , , to] = curve
  const isLoop = from.x === to.x && from.y === to.y
  if (!isLoop && Math.hypot(to.x - from.x, to.y - from.y) < width + 44) return []
  return places.map((t) => pointOn(curve, t))
}

function boxAt({ x, y }: Point, width: number): Box {
  return { left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 8 }
}
