import { type Box, sharedArea } from './box.ts'

export interface BoxGrid {
  readonly add: (box: Box) => void
  readonly hits: (box: Box) => boolean
  /** How much of the box lies on boxes of the grid, in square pixels; where these overlap, it counts twice. */
  readonly covered: (box: Box) => number
}

interface Kept extends Box {
  /** The question that has met this box last, so that none counts it twice. */
  met: number
}

const cell = 48

/** Boxes by the squares they touch, so that a question about one looks only at those near it. */
export function boxGrid(boxes: Iterable<Box>): BoxGrid {
  const cells = new Map<number, Kept[]>()
  let question = 0
  const add = (box: Box) => {
    const kept = { ...box, met: 0 }
    eachCell(box, (key) => {
      const inside = cells.get(key)
      if (inside) inside.push(kept)
      else cells.set(key, [kept])
      return false
    })
  }
  const hits = (box: Box) =>
    eachCell(box, (key) => cells.get(key)?.some((other) => sharedArea(box, other) > 0) ?? false)
  const covered = (box: Box) => {
    let area = 0
    question++
    eachCell(box, (key) => {
      for (const other of cells.get(key) ?? []) {
        if (other.met === question) continue
        other.met = question
        area += sharedArea(box, other)
      }
      return false
    })
    return area
  }
  for (const box of boxes) add(box)
  return { add, hits, covered }
}

/** Goes through the squares that a box touches until it is told to stop, and tells whether it was. */
function eachCell(box: Box, stop: (key: number) => boolean): boolean {
  const [fromX, toX] = [Math.floor(box.left / cell), Math.floor(box.right / cell)]
  const [fromY, toY] = [Math.floor(box.top / cell), Math.floor(box.bottom / cell)]
  for (let x = fromX; x <= toX; x++) {
    for (let y = fromY; y <= toY; y++) if (stop(x * 65536 + y)) return true
  }
  return false
}
