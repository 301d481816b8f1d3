import { type Box, sharedArea } from './box.ts'

export interface BoxGrid {
  readonly add: (box: Box) => void
  readonly hits: (box: Box) => boolean
  /** How much of the box lies on boxes of the grid, in square pixels. */
  readonly covered: (box: Box) => number
}

const cell = 64

/** Boxes by the squares they touch, so that a question about one looks only at those near it. */
export function boxGrid(boxes: Iterable<Box>): BoxGrid {
  const cells = new Map<string, Box[]>()
  const add = (box: Box) => {
    for (const key of cellsOf(box)) {
      const inside = cells.get(key)
      if (inside) inside.push(box)
      else cells.set(key, [box])
    }
  }
  const near = (box: Box) => new Set(cellsOf(box).flatMap((key) => cells.get(key) ?? []))
  const covered = (box: Box) => {
    let area = 0
    for (const other of near(box)) area += sharedArea(box, other)
    return area
  }
  for (const box of boxes) add(box)
  return { add, covered, hits: (box) => covered(box) > 0 }
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = []
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) keys.push(`${x} ${y}`)
  }
  return keys
}
