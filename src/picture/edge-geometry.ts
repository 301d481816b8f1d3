import type { EdgeBend } from './edge-bends.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export type Curve = readonly [Point, Point, Point, Point]

/** The curve that the shader draws, in pixels that count downwards as the page's do. */
export function curveOf(source: Point, target: Point, bend: EdgeBend, radius: number): Curve {
  if (bend.kind === 'loop') {
    const reach = radius * 1.5
    const towards = (angle: number) => ({
      x: source.x + reach * Math.cos(angle),
      y: source.y - reach * Math.sin(angle),
    })
    return [source, towards(bend.angle - 0.55), towards(bend.angle + 0.55), target]
  }
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const peak = {
    x: (source.x + target.x) / 2 + dy * bend.curvature,
    y: (source.y + target.y) / 2 - dx * bend.curvature,
  }
  return [source, between(source, peak), between(target, peak), target]
}

export function pointOn([p0, p1, p2, p3]: Curve, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return {
    x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
    y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
  }
}

function between(from: Point, to: Point): Point {
  return { x: from.x + ((to.x - from.x) * 2) / 3, y: from.y + ((to.y - from.y) * 2) / 3 }
}
