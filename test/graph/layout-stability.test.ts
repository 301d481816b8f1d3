import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import type { GraphOutline } from '../../src/graph/layout-components.ts'
import { positionsIn } from '../../src/graph/layout-graph.ts'
import type { Position } from '../../src/graph/layout-position.ts'
import { seededRandom } from '../../src/graph/seeded-random.ts'

test('one entity more than 500 moves the others by less than a twentieth of the width, laid out from nothing', {
  timeout: 120_000,
}, () => {
  const before = positionsIn(crowd(500))
  for (const [newcomer, ...known] of [
    ['aaa', 17],
    ['newcomer', 240, 333],
    ['raid-2012', 8, 111, 452],
    ['zzz', 70, 71, 320, 499],
  ] as const) {
    const graph = crowd(500)
    addPerson(graph, newcomer)
    for (const person of known) graph.addEdge(newcomer, nameOf(person))
    expect(meanMove(before, positionsIn(graph))).toBeLessThan(0.05 * widthOf(before))
  }
})

/** Ten circles in which everybody knows about six, and some know somebody of the next one: a ring has no longest axis. */
function crowd(count: number): GraphOutline {
  const graph: GraphOutline = new MultiDirectedGraph()
  graph.setAttribute('ontology', { entities: {}, relations: {} })
  const random = seededRandom(3)
  for (let person = 0; person < count; person++) addPerson(graph, nameOf(person))
  for (let person = 0; person < count; person++) {
    const circle = person % 10
    for (let tie = 0; tie < 3; tie++) {
      const other = Math.floor(random() * (count / 10)) * 10 + circle
      graph.addEdge(nameOf(person), nameOf(other))
    }
    const beside = Math.floor(random() * (count / 10)) * 10 + ((circle + 1) % 10)
    if (random() < 0.3) graph.addEdge(nameOf(person), nameOf(beside))
  }
  return graph
}

function nameOf(person: number): string {
  return `person-${String(person).padStart(3, '0')}`
}

function addPerson(graph: GraphOutline, id: string): void {
  graph.addNode(id, { type: 'person' })
}

function meanMove(
  before: ReadonlyMap<string, Position>,
  after: ReadonlyMap<string, Position>,
): number {
  const moves = [...before].map(([id, { x, y }]) => {
    const place = after.get(id) ?? { x: Number.NaN, y: Number.NaN }
    return Math.hypot(place.x - x, place.y - y)
  })
  return moves.reduce((sum, move) => sum + move, 0) / moves.length
}

function widthOf(places: ReadonlyMap<string, Position>): number {
  const xs = [...places.values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs)
}
