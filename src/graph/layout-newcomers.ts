import { type Position, sunflower } from './layout-position.ts'

/** A node that is to be placed, with the nodes that it is tied to. */
export interface Newcomer {
  readonly id: string
  readonly neighbours: readonly string[]
}

/**
 * Finds places for nodes that join a picture whose nodes stay where they are: each as near to the middle of its
 * neighbours as there is room. The same newcomers in the same picture get the same places, whatever their order.
 */
export function placeNewcomers(
  newcomers: readonly Newcomer[],
  picture: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const placed = new Map<string, Position>()
  const find = (id: string) => placed.get(id) ?? picture.get(id)
  const room = occupied(picture.values())
  let waiting = newcomers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  while (waiting.length > 0) {
    // Who knows somebody in the picture goes first; of strangers only one, since others may know that one.
    const known = waiting.filter(({ neighbours }) => neighbours.some((id) => find(id)))
    const next = known.length > 0 ? known : waiting.slice(0, 1)
    for (const { id, neighbours } of next) {
      const around = neighbours.flatMap((neighbour) => find(neighbour) ?? [])
      const place = room.freeNear(around.length > 0 ? middleOf(around) : room.below())
      room.take(place)
      placed.set(id, place)
    }
    waiting = waiting.filter(({ id }) => !placed.has(id))
  }
  return placed
}

function middleOf(points: readonly Position[]): Position {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** The room around a node that is its own: its disc, and a label beside it. */
const apart = { x: 90, y: 40 }
/** Spirals end somewhere: in a picture as crowded as this a little overlap is no harm. */
const mostTries = 400

const tries: readonly Position[] = sunflower(mostTries).map(({ x, y }) => ({
  x: x * apart.x,
  y: y * apart.y,
}))

function occupied(points: Iterable<Position>) {
  const cells = new Map<string, Position[]>()
  let lowest: Position | undefined
  const cellOf = ({ x, y }: Position) => [Math.floor(x / apart.x), Math.floor(y / apart.y)] as const
  const take = (point: Position) => {
    const key = cellOf(point).join(' ')
    const cell = cells.get(key)
    if (cell) cell.push(point)
    else cells.set(key, [point])
    if (lowest === undefined || point.y < lowest.y) lowest = point
  }
  const isFree = (point: Position) => {
    const [column, row] = cellOf(point)
    return around.every(([across, down]) =>
      (cells.get(`${column + across} ${row + down}`) ?? []).every(
        ({ x, y }) => Math.abs(x - point.x) >= apart.x || Math.abs(y - point.y) >= apart.y,
      ),
    )
  }
  for (const point of points) take(point)
  return {
    take,
    freeNear: ({ x, y }: Position) => {
      const places = tries.map((step) => ({ x: x + step.x, y: y + step.y }))
      return places.find(isFree) ?? places[mostTries - 1] ?? { x, y }
    },
    below: (): Position => (lowest ? { x: lowest.x, y: lowest.y - 2 * apart.y } : { x: 0, y: 0 }),
  }
}

const around = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))
