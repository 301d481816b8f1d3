import type { Position } from './layout-position.ts'

/** A node with the radius of its disc. */
export interface Disc extends Position {
  readonly size: number
}

/** How much room a node wants: a disc so much larger than its own, drawn out to so many times its height. */
interface Room {
  readonly margin: number
  readonly shape: number
}

/**
 * Moves discs apart until none is in another's room, each pair by the same way and no further than it must, so that one
 * disc more is felt by those around it alone. Gives the places in the order of the discs.
 */
export function keepApart(discs: readonly Disc[], { margin, shape }: Room): Position[] {
  const xs = Float64Array.from(discs, ({ x }) => x / shape)
  const ys = Float64Array.from(discs, ({ y }) => y)
  const radii = Float64Array.from(discs, ({ size }) => size + margin)
  const order = discs.map((_, index) => index)
  for (let round = 0; round < mostRounds; round++) {
    order.sort((a, b) => at(ys, a) - at(ys, b) || a - b)
    if (!pushApart(xs, ys, radii, order)) break
  }
  return discs.map((_, index) => ({ x: at(xs, index) * shape, y: at(ys, index) }))
}

/** Crowds that are not apart by then would only creep. */
const mostRounds = 500

/** One round; all pushes are found before any is made. Whether there was any. */
function pushApart(
  xs: Float64Array,
  ys: Float64Array,
  radii: Float64Array,
  order: readonly number[],
): boolean {
  const [right, up] = [new Float64Array(xs.length), new Float64Array(xs.length)]
  const reach = 2 * radii.reduce((most, radius) => Math.max(most, radius), 0)
  let pushes = false
  for (const [rank, i] of order.entries()) {
    for (let next = rank + 1; next < order.length; next++) {
      const j = order[next] ?? i
      const way = { x: at(xs, j) - at(xs, i), y: at(ys, j) - at(ys, i) }
      if (way.y >= reach) break
      const { x, y } = pushAlong(way, at(radii, i) + at(radii, j))
      if (x === 0 && y === 0) continue
      pushes = true
      right[i] = at(right, i) - x
      up[i] = at(up, i) - y
      right[j] = at(right, j) + x
      up[j] = at(up, j) + y
    }
  }
  for (const index of order) {
    xs[index] = at(xs, index) + at(right, index)
    ys[index] = at(ys, index) + at(up, index)
  }
  return pushes
}

/** How far each of a pair gives way. Those on one spot part sideways. */
function pushAlong({ x, y }: Position, wanted: number): Position {
  const distance = Math.sqrt(x * x + y * y)
  if (distance >= wanted) return { x: 0, y: 0 }
  // A little more than half of what is missing: rounding must not leave pairs that touch for ever.
  const push = (wanted - distance) / 2 + 0.01
  if (distance === 0) return { x: push, y: 0 }
  return { x: (x / distance) * push, y: (y / distance) * push }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
