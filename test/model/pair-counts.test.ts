import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairCounts } from '../../src/model/pair-counts.ts'

test('whatever is counted and taken back, those are told that meet', () => {
  const pair = fc.tuple(fc.nat(60), fc.integer({ min: 61, max: 120 }))
  const steps = fc.array(fc.tuple(pair, fc.integer({ min: 1, max: 3 }), fc.boolean()), {
    minLength: 1000,
    maxLength: 6000,
    size: 'max',
  })
  fc.assert(
    fc.property(steps, (all) => {
      const [counts, naive] = [new PairCounts(), new Map<string, number>()]
      for (const [[earlier, later], times, isTakenBack] of all) {
        const key = `${earlier} ${later}`
        const before = naive.get(key) ?? 0
        const after = isTakenBack ? 0 : before + times
        naive.set(key, after)
        const by = isTakenBack ? -1 : 1
        for (let n = 0; n < Math.abs(after - before); n++) counts.add(earlier, later, by)
      }
      const told: string[] = []
      counts.each((earlier, later) => told.push(`${earlier} ${later}`))
      const meeting = [...naive].filter(([, count]) => count > 0).map(([key]) => key)
      expect(told.sort()).toEqual(meeting.sort())
    }),
    { numRuns: 20, endOnFailure: true },
  )
})
