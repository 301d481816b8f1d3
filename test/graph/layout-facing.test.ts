import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faceAsUsual } from '../../src/graph/layout-facing.ts'
import { wishOf } from '../../src/graph/layout-wishes.ts'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const places = fc.array(fc.record({ x: coordinate, y: coordinate }), {
  minLength: 3,
  maxLength: 60,
})
const wishesOf = (points: readonly unknown[]) => points.map((_, index) => wishOf(`person-${index}`))
const sign = fc.constantFrom(1, -1)

test('a picture and its mirror images become one, in which nothing else has changed', () => {
  fc.assert(
    fc.property(places, sign, sign, (points, across, down) => {
      const mirrored = points.map(({ x, y }) => ({ x: x * across, y: y * down }))
      const faced = plain(faceAsUsual(points, wishesOf(points)))
      expect(plain(faceAsUsual(mirrored, wishesOf(points)))).toEqual(faced)
      expect(faced.map(({ x, y }) => [Math.abs(x), Math.abs(y)])).toEqual(
        points.map(({ x, y }) => [Math.abs(x), Math.abs(y)]),
      )
    }),
  )
})

test('one more node seldom turns the others over', () => {
  let turned = 0
  for (const seed of Array.from({ length: 200 }, (_, index) => index)) {
    const [points = []] = fc.sample(
      fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 500, maxLength: 500 }),
      { numRuns: 1, seed },
    )
    const before = faceAsUsual(points, wishesOf(points))
    const joined = [...points, { x: 1000, y: -1000 }]
    const after = faceAsUsual(joined, [...wishesOf(points), wishOf('newcomer')])
    if (after[0]?.x !== before[0]?.x || after[0]?.y !== before[0]?.y) turned++
  }
  expect(turned).toBeLessThan(20)
})

/** Without the sign of zero. */
function plain(points: readonly { readonly x: number; readonly y: number }[]) {
  return points.map(({ x, y }) => ({ x: x + 0, y: y + 0 }))
}
