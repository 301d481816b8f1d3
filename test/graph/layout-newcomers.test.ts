import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Newcomer, placeNewcomers } from '../../src/graph/layout-newcomers.ts'
import type { Position } from '../../src/graph/layout-position.ts'

const coordinate = fc.integer({ min: -2000, max: 2000 })
const picture = fc
  .array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 60 })
  .map((points) => new Map(points.map((point, index) => [`old-${index}`, point])))
const newcomers = fc
  .array(fc.array(fc.tuple(fc.constantFrom('old', 'new'), fc.nat(59)), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((ties) =>
    ties.map((each, index): Newcomer => {
      return { id: `new-${index}`, neighbours: each.map(([kind, n]) => `${kind}-${n}`) }
    }),
  )

test('each gets a place that nothing covers, whatever the order in which they come', () => {
  fc.assert(
    fc.property(picture, newcomers, (old, some) => {
      const placed = placeNewcomers(some, old)
      expect([...placed.keys()].sort()).toEqual(some.map(({ id }) => id).sort())
      expect(placeNewcomers(some.toReversed(), old)).toEqual(placed)
      for (const [id, place] of placed) {
        const others = [...old, ...placed].filter(([other]) => other !== id)
        for (const [, other] of others) expect(isApart(place, other)).toBe(true)
      }
    }),
  )
})

test('a newcomer stands beside its neighbours', () => {
  const old = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 400, y: 0 }],
    ['far', { x: 5000, y: 5000 }],
  ])
  const { x = NaN, y = NaN } =
    placeNewcomers([{ id: 'c', neighbours: ['a', 'b'] }], old).get('c') ?? {}
  expect(Math.hypot(x - 200, y)).toBeLessThan(60)
})

test('a newcomer that knows only another one stands beside that one', () => {
  const old = new Map([['a', { x: 1000, y: 1000 }]])
  const placed = placeNewcomers(
    [
      { id: 'b', neighbours: ['c'] },
      { id: 'c', neighbours: ['a'] },
    ],
    old,
  )
  for (const { x, y } of placed.values()) expect(Math.hypot(x - 1000, y - 1000)).toBeLessThan(300)
})

test('a stranger stands below the picture, and the first of all at the origin', () => {
  const old = new Map([
    ['a', { x: 10, y: -500 }],
    ['b', { x: 400, y: 0 }],
  ])
  const stranger = { id: 'c', neighbours: [] }
  expect(placeNewcomers([stranger], old).get('c')?.y).toBeLessThan(-500)
  const { x = NaN, y = NaN } = placeNewcomers([stranger], new Map()).get('c') ?? {}
  expect(Math.hypot(x, y)).toBeLessThan(60)
})

/** Room for a label beside the disc, or above or below it. */
function isApart(a: Position, b: Position): boolean {
  return Math.abs(a.x - b.x) >= 90 || Math.abs(a.y - b.y) >= 40
}
