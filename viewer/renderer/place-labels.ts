import { areaOf, type Box, contains } from './box.ts'
import { type BoxGrid, boxGrid } from './box-grid.ts'

/** A text that wants to stand at a node. */
export interface LabelWish {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
  /** The share of the label that may lie on nodes where no side is free; 0 for none of it. */
  readonly mayCover: number
}

export interface PlacedLabel {
  readonly id: string
  readonly side: Side
  readonly box: Box
}

const sides = [
  'below',
  'right',
  'left',
  'above',
  'below-right',
  'below-left',
  'above-right',
  'above-left',
] as const
export type Side = (typeof sides)[number]

/** Where labels may stand, and what they must not cover. */
export interface LabelRoom {
  readonly bounds: Box
  readonly nodes: Iterable<Box>
  /** Bits of lines: better left free, but not at the price of the label. */
  readonly lines: Iterable<Box>
  /** Where each label stood last. */
  readonly lastSides: ReadonlyMap<string, Side>
  readonly most: number
}

const gap = 4

/**
 * Puts each label at the side of its node where it covers no other label, no node and the least of the
 * lines, in the order given, and leaves out those that find none. A label does not change its side for little.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): PlacedLabel[] {
  const nodes = boxGrid(room.nodes)
  const lines = boxGrid(room.lines)
  const labels = boxGrid([])
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    if (placed.length >= room.most) break
    const costs = { nodes, lines, mayCover: wish.mayCover, last: room.lastSides.get(wish.id) }
    const best = cheapest(
      sides
        .map((side) => ({ id: wish.id, side, box: boxAt(wish, side) }))
        .filter(({ box }) => contains(room.bounds, box) && !labels.hits(box)),
      costs,
    )
    if (best === undefined) continue
    labels.add(best.box)
    placed.push(best)
  }
  return placed
}

interface Costs {
  readonly nodes: BoxGrid
  readonly lines: BoxGrid
  readonly mayCover: number
  readonly last: Side | undefined
}

function cheapest(open: readonly PlacedLabel[], costs: Costs): PlacedLabel | undefined {
  let best: PlacedLabel | undefined
  let least = Infinity
  for (const candidate of open) {
    const cost = costOf(candidate, costs)
    if (cost < least) [best, least] = [candidate, cost]
  }
  return best
}

/** A node weighs more than any line, the last side is cheaper, and the order of the sides decides the rest. */
function costOf({ box, side }: PlacedLabel, { nodes, lines, mayCover, last }: Costs): number {
  const onNodes = nodes.covered(box) / areaOf(box)
  if (onNodes > mayCover) return Infinity
  const onLines = Math.min(1, lines.covered(box) / areaOf(box))
  return onNodes * 10 + onLines + sides.indexOf(side) * 0.01 - (side === last ? 0.06 : 0)
}

function boxAt({ x, y, radius, width, height }: LabelWish, side: Side): Box {
  const away = radius + gap
  const slant = away * 0.7
  const [left, top] = {
    below: [x - width / 2, y + away],
    above: [x - width / 2, y - away - height],
    right: [x + away, y - height / 2],
    left: [x - away - width, y - height / 2],
    'below-right': [x + slant, y + slant],
    'below-left': [x - slant - width, y + slant],
    'above-right': [x + slant, y - slant - height],
    'above-left': [x - slant - width, y - slant - height],
  }[side] as [number, number]
  return { left, top, right: left + width, bottom: top + height }
}
