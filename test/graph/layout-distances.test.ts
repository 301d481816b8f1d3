import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import type { TieGraph } from '../../src/graph/layout-components.ts'
import { positionsByDistance } from '../../src/graph/layout-distances.ts'

function tiesOf(pairs: readonly (readonly [string, string])[]): TieGraph {
  const ties: TieGraph = new UndirectedGraph()
  for (const node of [...new Set(pairs.flat())].sort()) ties.addNode(node, { x: 0, y: 0 })
  for (const [a, b] of pairs) ties.addEdge(a, b, { weight: 1 })
  return ties
}

test('a ring comes out as a ring: all as far from the middle, neighbours beside each other', () => {
  const names = Array.from({ length: 12 }, (_, index) => `n${String(index).padStart(2, '0')}`)
  const places = positionsByDistance(
    tiesOf(names.map((name, index) => [name, names[(index + 1) % 12] ?? ''] as const)),
  )
  const radii = [...(places?.values() ?? [])].map(({ x, y }) => Math.hypot(x, y))
  expect(Math.max(...radii) / Math.min(...radii)).toBeLessThan(1.05)
  const angles = names.map((name) =>
    Math.atan2(places?.get(name)?.y ?? 0, places?.get(name)?.x ?? 0),
  )
  for (const [index, angle] of angles.entries()) {
    const turn = Math.abs((angles[(index + 1) % 12] ?? 0) - angle)
    expect(Math.min(turn, 2 * Math.PI - turn)).toBeCloseTo(Math.PI / 6, 1)
  }
})

test('what stands in one line is left to others', () => {
  expect(
    positionsByDistance(
      tiesOf([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ]),
    ),
  ).toBeUndefined()
})

test('a grid is unfolded: distances in the plane follow the numbers of ties', () => {
  const pairs = [0, 1, 2, 3, 4].flatMap((row) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) => [
      ...(column < 7 ? [[`${row}-${column}`, `${row}-${column + 1}`] as const] : []),
      ...(row < 4 ? [[`${row}-${column}`, `${row + 1}-${column}`] as const] : []),
    ]),
  )
  const places = positionsByDistance(tiesOf(pairs)) ?? new Map()
  const gap = (a: string, b: string) =>
    Math.hypot(places.get(a).x - places.get(b).x, places.get(a).y - places.get(b).y)
  expect(gap('0-0', '4-7')).toBeGreaterThan(2 * gap('0-0', '2-2'))
  expect(gap('0-0', '0-7')).toBeGreaterThan(2 * gap('0-0', '0-2'))
})

test('whatever is tied to what, places are numbers or are left to others', () => {
  const tree = fc.array(fc.nat(), { minLength: 2, maxLength: 12 })
  const more = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 14 })
  fc.assert(
    fc.property(tree, more, (parents, extra) => {
      const name = (number: number) => `n${String(number).padStart(2, '0')}`
      const pairs = new Map<string, [string, string]>()
      const tie = (a: number, b: number) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map(name) as [string, string]
        if (a !== b) pairs.set(`${first} ${second}`, [first, second])
      }
      for (const [at, parent] of parents.entries()) tie(at + 1, parent % (at + 1))
      for (const [a, b] of extra) tie(a % (parents.length + 1), b % (parents.length + 1))
      for (const { x, y } of positionsByDistance(tiesOf([...pairs.values()]))?.values() ?? []) {
        expect([x, y].every(Number.isFinite)).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})
