import fc from 'fast-check'
import { type DaySpan, dayOf } from '../../src/dates/calendar.ts'
import { anyDate } from '../dates/edtf-texts.ts'
import { buildRandomGraph, randomGraph } from '../queries/random-graph.ts'

const date = fc.option(anyDate, { nil: undefined })

/** Random graphs in which entities and relations have dates of every sort. */
export const datedGraph = fc
  .tuple(randomGraph, fc.array(date, { minLength: 9, maxLength: 9 }), fc.infiniteStream(date))
  .map(([random, own, dates]) => {
    const graph = buildRandomGraph(random)
    const set = (when: string | undefined) => when !== undefined && { when }
    graph.updateEachNodeAttributes((id, node) => ({ ...node, ...set(own[Number(id.slice(1))]) }))
    graph.updateEachEdgeAttributes((_, { when: _old, ...edge }) => ({
      ...edge,
      ...set(dates.next().value),
    }))
    return graph
  })

export const anyDay = fc.integer({ min: dayOf(2009, 1, 1), max: dayOf(2015, 1, 1) })

export const anySpan: fc.Arbitrary<DaySpan> = fc
  .tuple(anyDay, fc.oneof(fc.constant(0), fc.nat(900)), fc.nat(9))
  .map(([from, length, open]) => ({
    from: open === 0 ? -Infinity : from,
    to: open === 1 ? Infinity : from + length,
  }))
