import type { Position } from './layout-position.ts'

/**
 * Mirrors a picture to the one of its four faces that its nodes agree on. Forces know no left and no right, so a new
 * node could turn all the others over; here each has a wish of its own, and one more voice seldom changes the vote.
 */
export function faceAsUsual(
  nodes: readonly string[],
  points: readonly Position[],
): readonly Position[] {
  let [right, up] = [0, 0]
  for (const [index, { x, y }] of points.entries()) {
    const wish = wishOf(nodes[index] ?? '')
    right += x * wish.right
    up += y * wish.up
  }
  const [across, along] = [right < 0 ? -1 : 1, up < 0 ? -1 : 1]
  return points.map(({ x, y }) => ({ x: x * across, y: y * along }))
}

/** Two numbers from -32,767 to 32,768 that the id decides, by the FNV-1a hash. */
export function wishOf(id: string): { readonly right: number; readonly up: number } {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  }
  return { right: (hash & 0xffff) - 0x7fff, up: (hash >>> 16) - 0x7fff }
}
