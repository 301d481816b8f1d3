import { aspect, type Position } from './layout-position.ts'

/** Draws a level picture out to the screen's shape and gives every node its share of room. */
export function shapePicture(level: readonly Position[]): Position[] {
  const across = Math.sqrt(level.length * room * aspect)
  const down = across / (level.length < few ? 2 * aspect : aspect)
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

function extentOf(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most - least
}
