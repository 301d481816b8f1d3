import type { Position } from './layout-position.ts'
import type { Wish } from './layout-wishes.ts'

/**
 * Mirrors a picture to the one of its four faces that its nodes agree on: forces know no left and no right, so a new
 * node could turn all the others over. The wishes come in the order of the points.
 */
export function faceAsUsual(
  points: readonly Position[],
  wishes: readonly Wish[],
): readonly Position[] {
  let [right, up] = [0, 0]
  for (const [index, { x, y }] of points.entries()) {
    right += x * (wishes[index]?.right ?? 0)
    up += y * (wishes[index]?.up ?? 0)
  }
  const [across, along] = [right < 0 ? -1 : 1, up < 0 ? -1 : 1]
  return points.map(({ x, y }) => ({ x: x * across, y: y * along }))
}
