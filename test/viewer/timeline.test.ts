import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayOf } from '../../src/dates/calendar.ts'
import { activitiesIn } from '../../viewer/time/activities.ts'
import { activity } from '../../viewer/time/activity.ts'
import { axisOf, domainOf } from '../../viewer/time/axis.ts'
import { densityOf } from '../../viewer/time/density.ts'
import { type Moment, moved, rangeToggled, steppedWhole } from '../../viewer/time/moment.ts'
import { inLanes, type SpanInLane, spansOf } from '../../viewer/time/spans.ts'
import { nearestTick, tickAt, tickFrom, tickLabel, ticksIn } from '../../viewer/time/ticks.ts'
import { timeIndexOf } from '../../viewer/time/time-index.ts'
import { anyDay, datedGraph } from './dated-graph.ts'

describe('the axis', () => {
  const step = fc.constantFrom(0, 1, 3, 12, 60, 1200)

  test('ticks lie at the starts of days, months and years, one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), step, (at, by) => {
        const [before, after] = [tickAt(at, by), tickFrom(at, by, 1)]
        expect(before).toBeLessThanOrEqual(at)
        expect(after).toBeGreaterThan(at)
        expect(tickAt(after - 1, by)).toBe(before)
        expect(tickAt(after, by)).toBe(after)
        expect(tickFrom(after, by, -1)).toBe(before)
        if (at !== before) expect(tickFrom(at, by, -1)).toBe(before)
        expect([before, after]).toContain(nearestTick(at, by))
      }),
    )
    expect(ticksIn({ from: dayOf(2011, 3, 2), to: dayOf(2011, 6, 1) }, 1)).toEqual([
      dayOf(2011, 4, 1),
      dayOf(2011, 5, 1),
      dayOf(2011, 6, 1),
    ])
  })

  test.each([
    [dayOf(2011, 5, 17), 0, '17 May 2011'],
    [dayOf(2011, 9, 1), 1, 'Sep 2011'],
    [dayOf(2011, 1, 1), 12, '2011'],
    [dayOf(-43, 1, 1), 12, '44 BC'],
  ])('a tick at day %i by %i months is called %s', (at, by, label) => {
    expect(tickLabel(at, by)).toBe(label)
  })

  test('has room for its labels, from days to ages, and few of them', () => {
    for (const [years, width] of [
      [0.05, 300],
      [0.3, 640],
      [15, 640],
      [15, 1500],
      [900, 640],
      [5e6, 640],
    ]) {
      const span = {
        from: dayOf(2000, 1, 1),
        to: dayOf(2000, 1, 1) + Math.round((years ?? 1) * 365),
      }
      const axis = axisOf(span, width ?? 640)
      const xs = ticksIn(axis.span, axis.major).map(axis.xOf)
      expect(xs.length).toBeGreaterThan(0)
      const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0))
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(44)
      expect(ticksIn(axis.span, axis.minor).length).toBeLessThan(400)
    }
  })

  test('gives the day back that it was asked for', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 200, max: 3000 }),
        (from, days, width) => {
          const axis = axisOf({ from, to: from + days }, width)
          for (const at of [from, from + Math.floor(days / 3), from + days]) {
            expect(axis.dayAt(axis.xOf(at))).toBe(at)
          }
        },
      ),
    )
  })

  test('reaches from the first to the last day that any date names', () => {
    fc.assert(
      fc.property(datedGraph, (graph) => {
        const index = timeIndexOf(graph)
        const domain = domainOf(index)
        const days = index.dates.bounds
          .flatMap(({ earliestStart, latestEnd }) => [earliestStart, latestEnd])
          .filter(Number.isFinite)
        for (const at of days) {
          expect(domain?.from).toBeLessThan(at)
          expect(domain?.to).toBeGreaterThan(at)
        }
      }),
    )
  })
})

describe('what is drawn on the axis', () => {
  const hasGaps = (when = '') => /[X[{]/.test(when)

  test('counts in each bucket the dated relations that hold in it', () => {
    fc.assert(
      fc.property(datedGraph, fc.integer({ min: 20, max: 400 }), (graph, length) => {
        const starts = Array.from({ length: 12 }, (_, n) => dayOf(2009, 6, 1) + n * length)
        const index = timeIndexOf(graph)
        const convex = (id: string) =>
          ![
            graph.getEdgeAttribute(id, 'when'),
            ...graph.extremities(id).map((end) => graph.getNodeAttribute(end, 'when')),
          ].some(hasGaps)
        const density = densityOf(index, starts, convex)
        starts.forEach((from, bucket) => {
          const to = bucket === 11 ? Infinity : from + length - 1
          const { edges } = activitiesIn(index, { from: bucket === 0 ? -Infinity : from, to })
          const counted = index.edges.ids.flatMap((id, row) =>
            convex(id) && graph.getEdgeAttribute(id, 'when') !== undefined ? [edges[row] ?? 0] : [],
          )
          const atLeast = (state: number) => counted.filter((own) => own >= state).length
          expect(density.possible[bucket]).toBe(atLeast(activity.possible))
          expect(density.certain[bucket]).toBe(atLeast(activity.certain))
        })
      }),
      { numRuns: 300 },
    )
  })

  test('lays spans in lanes in which none covers another, the certain part inside', () => {
    fc.assert(
      fc.property(datedGraph, (graph) => {
        const index = timeIndexOf(graph)
        const axis = axisOf(domainOf(index) ?? { from: 0, to: 999 }, 640)
        const spans = inLanes(spansOf(index, 'edges', graph.edges(), axis))
        const dated = graph.filterEdges((_, { when }) => when !== undefined)
        expect(spans.map(({ id }) => id).sort()).toEqual(dated.sort())
        for (const { left, right, certain } of spans) {
          const [from, to] = certain ?? [left, right]
          expect([left, from, to].every((x, at) => x <= ([from, to, right][at] ?? 0) + 1e-9)).toBe(
            true,
          )
          expect([0, right]).toEqual([Math.min(0, left), Math.min(640, right)])
        }
        expect(spans.filter((span) => spans.some((other) => covers(span, other)))).toEqual([])
      }),
    )
  })

  const covers = (a: SpanInLane, b: SpanInLane) =>
    a !== b && a.lane === b.lane && a.left < b.right && b.left < a.right
})

describe('moving', () => {
  const axis = axisOf({ from: dayOf(2000, 1, 1), to: dayOf(2014, 12, 31) }, 1000)
  const at = (from: Day, to = from): Moment => ({ time: { from, to }, compare: null })

  test('steps a day to the next month where months are the ticks, and a range of months by whole months', () => {
    expect(axis.minor).toBe(1)
    expect(steppedWhole(at(dayOf(2011, 5, 17)), 1, axis)).toEqual(at(dayOf(2011, 6, 1)))
    expect(steppedWhole(at(dayOf(2011, 5, 17)), -1, axis)).toEqual(at(dayOf(2011, 5, 1)))
    const may = at(dayOf(2011, 5, 1), dayOf(2011, 5, 31))
    const june = at(dayOf(2011, 6, 1), dayOf(2011, 6, 30))
    expect(steppedWhole(may, 1, axis)).toEqual(june)
    expect(steppedWhole(june, -1, axis)).toEqual(may)
  })

  test('begins at the end from which it comes, and stays on the axis', () => {
    const none: Moment = { time: null, compare: null }
    expect(steppedWhole(none, 1, axis)).toEqual(at(dayOf(2000, 1, 1)))
    expect(steppedWhole(none, -1, axis).time?.from).toBeGreaterThan(dayOf(2014, 11, 30))
    expect(moved(none, 'day', dayOf(1900, 1, 1), axis)).toEqual(at(dayOf(2000, 1, 1)))
  })

  test('keeps the ends of a range in order', () => {
    const range = at(dayOf(2011, 1, 1), dayOf(2011, 12, 31))
    expect(moved(range, 'from', dayOf(2013, 1, 1), axis)).toEqual(at(dayOf(2011, 12, 31)))
    expect(moved(range, 'to', dayOf(2005, 1, 1), axis)).toEqual(at(dayOf(2011, 1, 1)))
  })

  test('makes of a day its year and of a range its first day', () => {
    const year = at(dayOf(2011, 1, 1), dayOf(2011, 12, 31))
    expect(rangeToggled(at(dayOf(2011, 5, 17)), axis)).toEqual(year)
    expect(rangeToggled(year, axis)).toEqual(at(dayOf(2011, 1, 1)))
  })
})
