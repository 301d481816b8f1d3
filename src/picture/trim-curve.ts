import { type Curve, type Point, pointOn } from './edge-geometry.ts'

/** How far along a curve something starts or ends, from 0 to 1. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretch of a curve that lies outside of a circle around its start and of one around its end. */
export function outsideOf(curve: Curve, startRadius: number, endRadius: number): Stretch {
  const [start, , , end] = curve
  return {
    from: crossing((t) => distance(pointOn(curve, t), start) >= startRadius),
    to: 1 - crossing((t) => distance(pointOn(curve, 1 - t), end) >= endRadius),
  }
}

/** The part of a curve between two places, as a curve. */
export function partOf(curve: Curve, { from, to }: Stretch): Curve {
  const [, rest] = split(curve, from)
  const [part] = split(rest, from === 1 ? 0 : (to - from) / (1 - from))
  return part
}

/** The least of the first half of a curve at which something is true; 0.5 where it nowhere is. */
function crossing(isOutside: (t: number) => boolean): number {
  let [inside, outside] = [0, 0.5]
  for (let step = 0; step < 20; step++) {
    const middle = (inside + outside) / 2
    if (isOutside(middle)) outside = middle
    else inside = middle
  }
  return outside
}

/** After de Casteljau. */
function split([p0, p1, p2, p3]: Curve, t: number): readonly [Curve, Curve] {
  const [a, b, c] = [towards(p0, p1, t), towards(p1, p2, t), towards(p2, p3, t)]
  const [d, e] = [towards(a, b, t), towards(b, c, t)]
  const middle = towards(d, e, t)
  return [
    [p0, a, d, middle],
    [middle, e, c, p3],
  ]
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
