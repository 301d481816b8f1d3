import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Disc, keepApart } from '../../src/graph/layout-separation.ts'

const coordinate = fc.integer({ min: -300, max: 300 })
const disc: fc.Arbitrary<Disc> = fc.record({
  ...{ x: coordinate, y: coordinate },
  size: fc.integer({ min: 4, max: 18 }),
})
const room = { margin: 8, shape: 8 }

test('no disc is in the room of another, however they stood, also on one spot', () => {
  fc.assert(
    fc.property(fc.array(disc, { maxLength: 40 }), (discs) => {
      const places = keepApart(discs, room)
      for (const [i, a] of places.entries()) {
        for (const [j, b] of places.slice(0, i).entries()) {
          const gap = Math.hypot((a.x - b.x) / room.shape, a.y - b.y)
          const wanted = (discs[i]?.size ?? 0) + (discs[j]?.size ?? 0) + 2 * room.margin
          expect(gap).toBeGreaterThan(wanted - 1e-6)
        }
      }
    }),
  )
})

test('who has room stays where it is, and one of a pair that touches gives way as far as the other', () => {
  const discs = [
    { x: 0, y: 0, size: 10 },
    { x: 0, y: 12, size: 10 },
    { x: 0, y: 500, size: 10 },
  ]
  const [below, above, far] = keepApart(discs, { margin: 1, shape: 1 })
  expect(far).toEqual({ x: 0, y: 500 })
  expect(below?.y).toBeCloseTo(-5, 0)
  expect(above?.y).toBeCloseTo(17, 0)
})
