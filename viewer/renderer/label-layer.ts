import type Sigma from 'sigma'
import { formatColour } from '../marks/colour.ts'
import type { Palette } from '../marks/palette.ts'
import type { Selection } from '../state/view-state.ts'
import type { Box } from './box.ts'
import { lineBoxes, loopBoxes } from './curve-on-screen.ts'
import type { Drawing } from './drawing.ts'
import { type EdgeLabel, edgeLabels } from './edge-labels.ts'
import { type LabelText, labelTexts, lineHeight } from './label-texts.ts'
import { nodesOnScreen, type OnScreen } from './on-screen.ts'
import { type PlacedLabel, placeLabels, type Side } from './place-labels.ts'

export interface LabelLayer {
  readonly draw: (drawing: Drawing, hovered: Selection | null) => void
}

const most = 260

/** What the ring of a selected node adds to its radius. */
const ringWidth = 4

/** A node of this radius is named although the name may touch a smaller one. */
const prominent = 9

/** Draws the names that fit, each where it covers nothing, on the layer that sigma keeps for labels. */
export function labelLayer(sigma: Sigma, covered: () => readonly Box[]): LabelLayer {
  const texts = labelTexts(getComputedStyle(sigma.getContainer()).fontFamily)
  let lastSides = new Map<string, Side>()

  const draw = (drawing: Drawing, hovered: Selection | null) => {
    const context = sigma.getCanvases().labels?.getContext('2d')
    if (!context) return
    const { scene, lit } = drawing
    const rank = (id: string) =>
      id === scene.selected?.id || id === hovered?.id ? 2 : lit?.nodes.has(id) ? 1 : 0
    const textOf = (id: string) => texts.of(context, scene.graph, id, rank(id) === 2)
    const onScreen = nodesOnScreen(sigma, scene.visible.nodes)
    const nodes = lit ? onScreen.filter(({ id }) => rank(id) > 0) : onScreen
    const wishes = inOrder(nodes, rank).map((node) => ({
      ...node,
      ...sizeOf(textOf(node.id)),
      radius: node.radius + (node.id === scene.selected?.id ? ringWidth : 0),
      mayCover: [node.radius > prominent ? 0.3 : 0, 0.35, 1][rank(node.id)] ?? 0,
    }))
    const { width, height } = sigma.getDimensions()
    const boxes = [...nodes.map(boxAround), ...loopBoxes(sigma, drawing), ...covered()]
    const bounds = { left: 3, top: 3, right: width - 3, bottom: height - 3 }
    const lines = lineBoxes(sigma, drawing, lit?.edges ?? scene.visible.edges)
    const placed = placeLabels(wishes, { bounds, nodes: boxes, lines, lastSides, most })
    lastSides = new Map(placed.map(({ id, side }) => [id, side]))
    for (const caption of edgeLabels(sigma, context, drawing, [
      ...boxes,
      ...placed.map(({ box }) => box),
    ])) {
      drawCaption(context, scene.palette, caption)
    }
    for (const label of placed) drawLabel(context, scene.palette, label, textOf(label.id))
  }
  return { draw }
}

/** Those that matter most first. */
function inOrder(nodes: readonly OnScreen[], rank: (id: string) => number): OnScreen[] {
  return [...nodes]
    .sort((a, b) => rank(b.id) - rank(a.id) || b.radius - a.radius || (a.id < b.id ? -1 : 1))
    .slice(0, most * 3)
}

function sizeOf({ width, lines, size }: LabelText) {
  return { width: width + 4, height: lines.length * size * lineHeight }
}

function boxAround({ x, y, radius }: OnScreen) {
  const reach = radius * 0.86
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { box, side }: PlacedLabel,
  { lines, font, size, quiet }: LabelText,
): void {
  const align = side.endsWith('right') ? 'left' : side.endsWith('left') ? 'right' : 'center'
  const x = { left: box.left + 2, right: box.right - 2, center: (box.left + box.right) / 2 }[align]
  context.font = font
  context.textAlign = align
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = formatColour(palette.canvas)
  context.fillStyle = formatColour(quiet ? palette.quietText : palette.text)
  lines.forEach((line, index) => {
    const y = box.top + (index + 0.5) * size * lineHeight
    context.strokeText(line, x, y)
    context.fillText(line, x, y)
  })
}

function drawCaption(
  context: CanvasRenderingContext2D,
  { canvas }: Palette,
  { text, font, box, colour }: EdgeLabel,
): void {
  context.font = font
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = formatColour(canvas)
  context.beginPath()
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 4)
  context.fill()
  context.fillStyle = colour
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5)
}
