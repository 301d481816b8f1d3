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
    const next = known.length > 0 ? known : strangersOf(waiting)
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

/** The first one, or several where nobody knows those before the last. */
function strangersOf(waiting: readonly Newcomer[]): readonly Newcomer[] {
  const tied = waiting.findIndex(({ neighbours }) => neighbours.length > 0)
  return tied < 0 ? waiting : waiting.slice(0, tied + 1)
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

function placeAround({ x, y }: Position, number: number): Position {
  const step = tries[number] ?? { x: 0, y: 0 }
  return { x: x + step.x, y: y + step.y }
}

function columnOf({ x }: Position): number {
  return Math.floor(x / apart.x)
}

function rowOf({ y }: Position): number {
  return Math.floor(y / apart.y)
}

/** One number for each cell of a picture as large as there is any. */
function keyOf(column: number, row: number): number {
  return column * 2 ** 26 + row
}

function occupied(points: Iterable<Position>) {
  const cells = new Map<number, Position[]>()
  /** How many tries around a point have found no room: what is taken is never free again. */
  const tried = new Map<string, number>()
  let lowest: Position | undefined
  const take = (point: Position) => {
    const key = keyOf(columnOf(point), rowOf(point))
    const cell = cells.get(key)
    if (cell) cell.push(point)
    else cells.set(key, [point])
    if (lowest === undefined || point.y < lowest.y) lowest = point
  }
  const isFree = (point: Position) => {
    const [column, row] = [columnOf(point), rowOf(point)]
    return around.every(
      ([across, down]) =>
        cells
          .get(keyOf(column + across, row + down))
          ?.every(
            ({ x, y }) => Math.abs(x - point.x) >= apart.x || Math.abs(y - point.y) >= apart.y,
          ) ?? true,
    )
  }
  for (const point of points) take(point)
  return {
    take,
    freeNear: ({ x, y }: Position) => {
      const at = `${x} ${y}`
      for (let number = tried.get(at) ?? 0; number < mostTries; number++) {
        tried.set(at, number)
        const place = placeAround({ x, y }, number)
        if (isFree(place)) return place
      }
      return placeAround({ x, y }, mostTries - 1)
    },
    below: (): Position => (lowest ? { x: lowest.x, y: lowest.y - 2 * apart.y } : { x: 0, y: 0 }),
  }
}

const around = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))
