import { type Curve, type Point, pointOn } from '../../picture/edge-geometry.ts'
import type { LinePattern } from '../../picture/line-pattern.ts'
import type { Shape } from '../../picture/shape-of.ts'
import { outsideOf, partOf } from '../../picture/trim-curve.ts'
import { lightPalette } from './light-palette.ts'
import type { DrawnEdge } from './plan-picture.ts'

/** The attributes and elements that draw things. Numbers have one decimal, so that the file stays small. */
export function shapeElement(
  { x, y }: Point,
  radius: number,
  shape: Shape,
  colour: string,
  hollow: boolean,
): string {
  const paint = hollow
    ? `fill="${lightPalette.canvas}" stroke="${colour}" stroke-width="2"`
    : `fill="${colour}" stroke="${lightPalette.canvas}" stroke-width="1"`
  if (shape === 'circle') return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${paint}/>`
  const reach = shape === 'square' ? radius * 0.86 : radius * 1.14
  const corners =
    shape === 'square'
      ? `M${n(x - reach)} ${n(y - reach)}h${n(2 * reach)}v${n(2 * reach)}h${n(-2 * reach)}z`
      : `M${n(x)} ${n(y - reach)}l${n(reach)} ${n(reach)}l${n(-reach)} ${n(reach)}l${n(-reach)} ${n(-reach)}z`
  return `<path d="${corners}" ${paint}/>`
}

const arrowLength = 8

/** The line, and its arrow as a shape of its own: programs that know no markers draw it, too. */
export function edgeElements(edge: DrawnEdge): string {
  const { curve, under, colour, width, opacity, pattern, arrow } = edge
  const whole = partOf(curve, outsideOf(curve, ...under))
  const line = arrow ? partOf(whole, { from: 0, to: beforeEnd(whole, arrowLength * 0.8) }) : whole
  const path = `<path d="${pathOf(line)}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${dashes[pattern]}/>`
  const signs = arrow ? path + arrowElement(whole, colour) : path
  return opacity === 1 ? signs : `<g opacity="${opacity.toPrecision(2)}">${signs}</g>`
}

/** For lines in the legend, too. */
export const dashes: Readonly<Record<LinePattern, string>> = {
  solid: '',
  dashed: ' stroke-dasharray="6 4"',
  dotted: ' stroke-dasharray="0.1 4" stroke-linecap="round"',
  'dash-dot': ' stroke-dasharray="8 4 0.1 4" stroke-linecap="round"',
}

function arrowElement(curve: Curve, colour: string): string {
  const tip = curve[3]
  const base = pointOn(curve, beforeEnd(curve, arrowLength))
  const [dx, dy] = [tip.x - base.x, tip.y - base.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return ''
  const [across, along] = [{ x: (-dy / length) * 3.4, y: (dx / length) * 3.4 }, base]
  const left = `${n(along.x + across.x)} ${n(along.y + across.y)}`
  const right = `${n(along.x - across.x)} ${n(along.y - across.y)}`
  return `<path d="M${n(tip.x)} ${n(tip.y)}L${left}L${right}z" fill="${colour}"/>`
}

/** The place on a curve that is so far from its end; its start where it is shorter. */
function beforeEnd(curve: Curve, length: number): number {
  const end = curve[3]
  let [far, near] = [0, 1]
  for (let step = 0; step < 12; step++) {
    const middle = (far + near) / 2
    const { x, y } = pointOn(curve, middle)
    if (Math.hypot(end.x - x, end.y - y) > length) far = middle
    else near = middle
  }
  return near
}

function pathOf([a, b, c, d]: Curve): string {
  return `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ${n(d.x)} ${n(d.y)}`
}

/** One decimal; `-0` becomes `0`. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}
