import { aspect, type Position } from './layout-position.ts'

/** Lays the longest axis level, draws the picture out to the screen's shape and gives every node its share of room. */
export function shapePicture(points: readonly Position[]): Position[] {
  const level = turnLevel(points)
  const across = Math.sqrt(points.length * room * aspect)
  const down = across / (points.length < few ? 2 * aspect : aspect)
  const xs = drawOut(
    level.map(({ x }) => x),
    across,
  )
  const ys = drawOut(
    level.map(({ y }) => y),
    isLine(level) ? 0 : down,
  )
  return xs.map((x, index) => ({ x, y: ys[index] ?? 0 }))
}

/** Square units a node: its label takes a quarter of them. */
const room = 20_000
/** So few nodes look best as a low band. */
const few = 10

function turnLevel(points: readonly Position[]): Position[] {
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) }
  const centred = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
  const axis = longestAxis(centred)
  return centred.map(({ x, y }) => ({
    x: x * axis.x + y * axis.y,
    y: y * axis.x - x * axis.y,
  }))
}

/** The unit vector along which the points vary most: the first eigenvector of their covariance. */
function longestAxis(points: readonly Position[]): Position {
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const half = (xx - yy) / 2
  const radius = Math.sqrt(half * half + xy * xy)
  const axis = half >= 0 ? { x: half + radius, y: xy } : { x: xy, y: radius - half }
  const length = Math.sqrt(axis.x * axis.x + axis.y * axis.y)
  return length === 0 ? { x: 1, y: 0 } : { x: axis.x / length, y: axis.y / length }
}

/** Whether level points differ in height by rounding errors only. */
function isLine(points: readonly Position[]): boolean {
  return extentOf(points.map(({ y }) => y)) < extentOf(points.map(({ x }) => x)) / 100
}

/** Makes an axis as long as wanted; in a small picture it also evens out where nodes crowd and where they are few. */
function drawOut(values: readonly number[], length: number): number[] {
  const extent = extentOf(values)
  if (extent === 0 || length === 0) return values.map(() => 0)
  const order = values.map((_, index) => index).sort((a, b) => at(a) - at(b))
  const least = at(order[0])
  const evenness = Math.min(0.5, 40 / values.length)
  const drawn = new Array<number>(values.length)
  for (const [rank, index] of order.entries()) {
    const share = (at(index) - least) / extent
    const even = rank / (order.length - 1)
    drawn[index] = (even * evenness + share * (1 - evenness) - 0.5) * length
  }
  return drawn

  function at(index = 0): number {
    return values[index] ?? 0
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function extentOf(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most - least
}
