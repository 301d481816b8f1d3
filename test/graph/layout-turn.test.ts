import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../src/graph/layout-position.ts'
import { turnLevel } from '../../src/graph/layout-turn.ts'
import { type Wish, wishOf } from '../../src/graph/layout-wishes.ts'
import { seededRandom } from '../../src/graph/seeded-random.ts'

const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
/** Thirty points. Those of chance have no two directions that fit as well as each other. */
const cloud = fc.integer().map((seed) => {
  const random = seededRandom(seed)
  return Array.from({ length: 30 }, (): Position => ({ x: random() * 900, y: random() * 700 }))
})
const wishesOf = (points: readonly unknown[]): Wish[] =>
  points.map((_, index) => wishOf(`person-${index}`))

test('a line lies level, whatever its points wish', () => {
  const line = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(line, angle, (along, by) => {
      const points = along.map((x) => turned({ x, y: 0 }, by))
      for (const { y } of turnLevel(points, wishesOf(points))) expect(y).toBeCloseTo(0, 3)
    }),
  )
})

test('a picture that was turned before comes out the same, or upside down', () => {
  fc.assert(
    fc.property(cloud, angle, (points, by) => {
      const level = turnLevel(points, wishesOf(points))
      const again = turnLevel(
        points.map((point) => turned(point, by)),
        wishesOf(points),
      )
      const sign = agreement(level, again) < 0 ? -1 : 1
      for (const [index, { x, y }] of level.entries()) {
        expect(again[index]?.x).toBeCloseTo(sign * x, 3)
        expect(again[index]?.y).toBeCloseTo(sign * y, 3)
      }
    }),
  )
})

test('a long picture lies level, and a round one as its nodes wish', () => {
  const round = Array.from({ length: 60 }, (_, index) => turned({ x: 100, y: 0 }, index * 0.105))
  const wishes = round.map(({ x, y }): Wish => ({ right: x, up: y }))
  const asked = round.map((point) => turned(point, 1))
  for (const [index, { x, y }] of turnLevel(asked, wishes).entries()) {
    const { x: left = 0, y: up = 0 } = round[index] ?? {}
    expect(Math.hypot(Math.abs(x) - Math.abs(left), Math.abs(y) - Math.abs(up))).toBeLessThan(8)
  }
  const long = round.map(({ x, y }) => ({ x: x / 10, y }))
  const height = Math.max(...turnLevel(long, wishes).map(({ y }) => Math.abs(y)))
  expect(height).toBeLessThan(20)
})

function turned({ x, y }: Position, by: number): Position {
  const [cosine, sine] = [Math.cos(by), Math.sin(by)]
  return { x: x * cosine - y * sine, y: x * sine + y * cosine }
}

function agreement(a: readonly Position[], b: readonly Position[]): number {
  return a.reduce(
    (sum, { x, y }, index) => sum + x * (b[index]?.x ?? 0) + y * (b[index]?.y ?? 0),
    0,
  )
}
