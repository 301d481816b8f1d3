import { aspect, type Position } from './layout-position.ts'

/** Puts pictures of separate components side by side, in rows that share the first one's width. */
export function packPictures(pictures: readonly Map<string, Position>[]): Map<string, Position> {
  const boxes = pictures.map(boxOf)
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0)
  const across = Math.max(boxes[0]?.width ?? 0, Math.sqrt(area * aspect))
  const positions = new Map<string, Position>()
  let top = 0
  for (const row of rowsOf(boxes, across)) {
    const width = row.reduce((sum, box) => sum + box.width, 0)
    const height = Math.max(...row.map((box) => box.height))
    let left = -width / 2
    for (const box of row) {
      const down = top - (height + box.height) / 2
      for (const [node, { x, y }] of box.picture) {
        positions.set(node, { x: left + x - box.left, y: down + y - box.top })
      }
      left += box.width
    }
    top -= height
  }
  return drawnOut(positions)
}

/** Centred on the origin; a picture that is too high for its screen gets wider, since labels run across. */
function drawnOut(positions: Map<string, Position>): Map<string, Position> {
  const { left, top, width, height } = boxOf(positions)
  const factor = Math.max(1, Math.min(2, (height * aspect) / width))
  const middle = { x: left + width / 2, y: top + height / 2 }
  return new Map(
    [...positions].map(([node, { x, y }]) => [
      node,
      { x: (x - middle.x) * factor, y: y - middle.y },
    ]),
  )
}

/** Room around a picture, for the labels that stick out of it. */
const margin = { x: 90, y: 45 }

interface Box {
  readonly picture: ReadonlyMap<string, Position>
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function boxOf(picture: ReadonlyMap<string, Position>): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of picture.values()) {
    left = Math.min(left, x - margin.x)
    right = Math.max(right, x + margin.x)
    top = Math.min(top, y - margin.y)
    bottom = Math.max(bottom, y + margin.y)
  }
  return { picture, left, top, width: right - left, height: bottom - top }
}

function rowsOf(boxes: readonly Box[], across: number): Box[][] {
  const rows: Box[][] = []
  let free = 0
  for (const box of boxes) {
    const row = rows.at(-1)
    if (row !== undefined && box.width <= free) row.push(box)
    else rows.push([box])
    free = (row !== undefined && box.width <= free ? free : across) - box.width
  }
  return rows
}
