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
  /** It may stand further away from its node, if that is what it takes. */
  readonly mayStandOff: boolean
}

export interface PlacedLabel extends Spot {
  readonly id: string
  readonly box: Box
}

/** Where a label stands beside its node. */
export interface Spot {
  readonly side: Side
  /** In pixels. */
  readonly gap: number
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
type Side = (typeof sides)[number]

/** Where labels may stand, and what they must not cover. */
export interface LabelRoom {
  readonly bounds: Box
  readonly nodes: Iterable<Box>
  /** Bits of lines: better left free, but not at the price of the label. */
  readonly lines: Iterable<Box>
  /** Where no label may stand, whatever it may cover. */
  readonly taken?: Iterable<Box>
  /** Where each label stood last. */
  readonly lastSpots: ReadonlyMap<string, Spot>
  readonly most: number
}

const gaps = [4, 11, 19]

/**
 * Puts each label at the side of its node where it covers no other label, no node and the least of the
 * lines, in the order given, and leaves out those that find none. A label does not change its side for little.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): PlacedLabel[] {
  const nodes = boxGrid(room.nodes)
  const lines = boxGrid(room.lines)
  const labels = boxGrid(room.taken ?? [])
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    if (placed.length >= room.most) break
    const costs = { nodes, lines, mayCover: wish.mayCover, last: room.lastSpots.get(wish.id) }
    const isFree = (box: Box) => contains(room.bounds, box) && !labels.hits(box)
    const best = cheapest(wish, isFree, costs)
    if (best === undefined) continue
    labels.add(best.box)
    placed.push(best)
  }
  return placed
}

/** The labels at the spots where they stood, while nodes move; those that would meet are left out. */
export function keepLabels(
  wishes: readonly LabelWish[],
  lastSpots: ReadonlyMap<string, Spot>,
  taken: Iterable<Box> = [],
): PlacedLabel[] {
  const labels = boxGrid(taken)
  return wishes.flatMap((wish) => {
    const spot = lastSpots.get(wish.id)
    const box = spot && boxAt(wish, spot)
    if (!box || labels.hits(box)) return []
    labels.add(box)
    return [{ id: wish.id, ...spot, box }]
  })
}

function spots(farToo: boolean): Spot[] {
  return (farToo ? gaps : gaps.slice(0, 1)).flatMap((gap) => sides.map((side) => ({ side, gap })))
}

interface Costs {
  readonly nodes: BoxGrid
  readonly lines: BoxGrid
  readonly mayCover: number
  readonly last: Spot | undefined
}

/** Most labels find room at once, so what cannot be cheaper than the best so far is not looked at. */
function cheapest(
  wish: LabelWish,
  isFree: (box: Box) => boolean,
  costs: Costs,
): PlacedLabel | undefined {
  let best: PlacedLabel | undefined
  let least = Infinity
  for (const spot of spots(wish.mayStandOff)) {
    if (costOf(spot, 0, costs) >= least) continue
    const box = boxAt(wish, spot)
    const cost = isFree(box) ? costOf(spot, covering(box, costs), costs) : Infinity
    if (cost < least) [best, least] = [{ ...spot, id: wish.id, box }, cost]
  }
  return best
}

/** The last spot is cheaper; near and the order of the sides decide what the things that it covers do not. */
function costOf({ side, gap }: Spot, covers: number, { last }: Costs): number {
  const stays = side === last?.side && gap === last.gap
  return covers + sides.indexOf(side) * 0.01 + gap * 0.02 - (stays ? 0.08 : 0)
}

/** A node weighs more than any line. */
function covering(box: Box, { nodes, lines, mayCover }: Costs): number {
  if (mayCover === 0 && nodes.hits(box)) return Infinity
  const onNodes = mayCover === 0 ? 0 : nodes.covered(box) / areaOf(box)
  if (onNodes > mayCover) return Infinity
  return onNodes * 10 + Math.min(1, lines.covered(box) / areaOf(box))
}

function boxAt({ x, y, radius, width, height }: LabelWish, { side, gap }: Spot): Box {
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
