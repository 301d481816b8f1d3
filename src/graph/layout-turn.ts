import type { Position } from './layout-position.ts'
import type { Wish } from './layout-wishes.ts'

/**
 * Turns a picture around its middle until its longest axis lies level. A round one has no such axis, or another one
 * whenever a node joins; so the rounder it is, the more its nodes have a say. The wishes come in the order of the points.
 */
export function turnLevel(points: readonly Position[], wishes: readonly Wish[]): Position[] {
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) }
  const centred = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
  const axis = axisOf(centred, wishes)
  return centred.map(({ x, y }) => ({
    x: x * axis.x + y * axis.y,
    y: y * axis.x - x * axis.y,
  }))
}

/** The unit vector along which the points vary most, where the wished direction counts for as much as they vary least. */
function axisOf(points: readonly Position[], wishes: readonly Wish[]): Position {
  const spread = spreadOf(points)
  const least = Math.max(0, (spread.xx + spread.yy) / 2 - radiusOf(spread))
  const wished = wishedDirection(points, wishes)
  return strongest({
    xx: spread.xx + least * wished.x * wished.x,
    xy: spread.xy + least * wished.x * wished.y,
    yy: spread.yy + least * wished.y * wished.y,
  })
}

/** Sums of squares and products, as in a symmetric matrix. */
interface Spread {
  readonly xx: number
  readonly xy: number
  readonly yy: number
}

function spreadOf(points: readonly Position[]): Spread {
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += x * x
    xy += x * y
    yy += y * y
  }
  return { xx, xy, yy }
}

/** Half of how much more the points vary along the strongest axis than across it. */
function radiusOf({ xx, xy, yy }: Spread): number {
  const half = (xx - yy) / 2
  return Math.sqrt(half * half + xy * xy)
}

/** The first eigenvector. */
function strongest(spread: Spread): Position {
  const half = (spread.xx - spread.yy) / 2
  const radius = radiusOf(spread)
  return unit(half >= 0 ? { x: half + radius, y: spread.xy } : { x: spread.xy, y: radius - half })
}

/**
 * What would have to lie level for the nodes to stand as they wish, as nearly as turning can make it (Procrustes): of the
 * picture as it is, or of its mirror image where that fits better.
 */
function wishedDirection(points: readonly Position[], wishes: readonly Wish[]): Position {
  let [plain, mirrored] = [origin, origin]
  for (const [index, { x, y }] of points.entries()) {
    const { right, up } = wishes[index] ?? { right: 0, up: 0 }
    plain = { x: plain.x + x * right + y * up, y: plain.y + y * right - x * up }
    mirrored = { x: mirrored.x + x * right - y * up, y: mirrored.y + y * right + x * up }
  }
  return unit(lengthOf(mirrored) > lengthOf(plain) ? mirrored : plain)
}

const origin: Position = { x: 0, y: 0 }

function lengthOf({ x, y }: Position): number {
  return Math.sqrt(x * x + y * y)
}

function unit(vector: Position): Position {
  const length = lengthOf(vector)
  return length === 0 ? { x: 1, y: 0 } : { x: vector.x / length, y: vector.y / length }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
