import type { TieGraph } from './layout-components.ts'
import type { Position } from './layout-position.ts'
import { seededRandom } from './seeded-random.ts'

/** A symmetric matrix, row by row. */
type Matrix = readonly Vector[]
type Vector = Float64Array<ArrayBuffer>

interface Axis {
  readonly value: number
  /** Of unit length. */
  readonly vector: Vector
}

/**
 * A first picture in which nodes stand as far apart as there are ties between them, as nearly as a plane allows:
 * classical scaling (Torgerson 1952). One more tie changes few distances and so little of the picture. It takes time
 * that grows with the square of the nodes. Nothing where they all stand in one line, which forces cannot leave.
 */
export function positionsByDistance(ties: TieGraph): Map<string, Position> | undefined {
  const nodes = ties.nodes()
  const products = scalarProducts(distancesIn(ties, nodes))
  const first = strongestAxis(products, [])
  const second = strongestAxis(products, [first.vector])
  // Where the distances fit no room of whatever dimensions, the strongest axis may be an imaginary one.
  if (!(first.value > 0 && second.value > first.value * flat)) return undefined
  const xs = first.vector.map((part) => part * Math.sqrt(first.value))
  const ys = second.vector.map((part) => part * Math.sqrt(second.value))
  // A disc of one unit of area a node.
  const scale = Math.sqrt(nodes.length / Math.PI) / Math.max(...xs.map(Math.abs))
  return new Map(
    nodes.map((node, index) => [
      node,
      { x: (xs[index] ?? 0) * scale, y: (ys[index] ?? 0) * scale },
    ]),
  )
}

/** A picture whose second axis counts for less than this beside the first one is a line. */
const flat = 0.01

/** Squares of the numbers of ties between all nodes of a connected graph. */
function distancesIn(ties: TieGraph, nodes: readonly string[]): Matrix {
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const neighbours = nodes.map((node) =>
    ties.mapNeighbors(node, (other) => numbers.get(other) ?? 0),
  )
  return nodes.map((_, start) => {
    const squares = new Float64Array(nodes.length)
    const reached = new Set([start])
    let frontier = [start]
    for (let steps = 1; frontier.length > 0; steps++) {
      frontier = frontier
        .flatMap((node) => neighbours[node] ?? [])
        .filter((node) => !reached.has(node) && reached.add(node))
      for (const node of frontier) squares[node] = steps * steps
    }
    return squares
  })
}

/** From squares of distances to scalar products of positions around their centre. */
function scalarProducts(squares: Matrix): Matrix {
  const means = squares.map((row) => sum(row) / row.length)
  const mean = sum(means) / means.length
  return squares.map((row, i) =>
    row.map((square, j) => (square - (means[i] ?? 0) - (means[j] ?? 0) + mean) / -2),
  )
}

const rounds = 200

/** The eigenvector of the greatest eigenvalue at right angles to others, by power iteration. */
function strongestAxis(matrix: Matrix, others: readonly Vector[]): Axis {
  const random = seededRandom(1)
  let vector = new Float64Array(matrix.length).map(() => random() - 0.5)
  let value = 0
  for (let round = 0; round < rounds; round++) {
    // Once more, because what is left of a vector along another one is mostly rounding.
    vector = unit(across(unit(across(vector, others)), others))
    const image = Float64Array.from(matrix, (row) => product(row, vector))
    value = product(image, vector)
    vector = image
  }
  return { value, vector: unit(across(vector, others)) }
}

function across(vector: Vector, others: readonly Vector[]): Vector {
  return others.reduce((rest, other) => {
    const share = product(rest, other)
    return rest.map((part, index) => part - share * (other[index] ?? 0))
  }, vector)
}

function unit(vector: Vector): Vector {
  const length = Math.sqrt(product(vector, vector))
  return length === 0 ? vector : vector.map((part) => part / length)
}

function product(a: Vector, b: Vector): number {
  let total = 0
  for (let index = 0; index < a.length; index++) total += (a[index] ?? 0) * (b[index] ?? 0)
  return total
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
