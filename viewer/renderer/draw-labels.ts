import { formatColour } from '../../src/picture/colour.ts'
import type { PlacedLabel } from '../../src/picture/place-labels.ts'
import { directionOf } from '../../src/text/direction.ts'
import type { Palette } from '../marks/palette.ts'
import type { EdgeLabel } from './edge-labels.ts'
import { type LabelText, lineHeight } from './label-texts.ts'

/** The name of an entity, with a halo in the colour of the canvas. */
export function drawLabel(
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
  context.direction = directionOf(lines.join(' '))
  lines.forEach((line, index) => {
    const y = box.top + (index + 0.5) * size * lineHeight
    context.strokeText(line, x, y)
    context.fillText(line, x, y)
  })
}

/** The name of a relation, on a piece of canvas that interrupts its line. */
export function drawCaption(
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
  context.direction = directionOf(text)
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5)
}
