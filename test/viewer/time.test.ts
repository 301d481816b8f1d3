import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DaySpan, dayOf } from '../../src/dates/calendar.ts'
import { edgeTest, type Filter, nodeTest } from '../../src/graph/filter.ts'
import { filterGraph } from '../../src/graph/filter-graph.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { readFilter } from '../../src/queries/read-filter.ts'
import { formatHash } from '../../viewer/state/format-hash.ts'
import { parseHash } from '../../viewer/state/parse-hash.ts'
import { type Focus, initialView } from '../../viewer/state/view-state.ts'
import { passedBy, passedRows, visibleOf } from '../../viewer/state/visible.ts'
import { activitiesAt, activitiesIn } from '../../viewer/time/activities.ts'
import { activity } from '../../viewer/time/activity.ts'
import { changesBetween } from '../../viewer/time/changes-between.ts'
import { timeIndexOf } from '../../viewer/time/time-index.ts'
import { formatTime, readTime, shortTime, timeInWords } from '../../viewer/time/time-text.ts'
import { anyDate } from '../dates/edtf-texts.ts'
import { buildRandomGraph } from '../queries/random-graph.ts'
import { anyDay, anySpan, datedGraph } from './dated-graph.ts'

/** What the shell keeps, asked item by item. */
function keptByShell(graph: KnowledgeGraph, filter: Filter) {
  return {
    nodes: graph.filterNodes(nodeTest(graph, filter)),
    edges: graph.filterEdges(edgeTest(graph, filter)),
  }
}

interface Choice {
  readonly inferred?: boolean
  readonly focus?: Focus | null
  readonly inactive?: boolean
}

function visibleAt(graph: KnowledgeGraph, time: DaySpan, choice: Choice) {
  const { inferred = true, focus = null, inactive = true } = choice
  const index = timeIndexOf(graph)
  const moment = { time, compare: null }
  const passed = passedBy(graph, { ...initialView, inferred })
  const rows = passedRows(index, passed)
  const timed = { moment, index, passed: rows, activities: activitiesAt(index, moment) }
  return visibleOf(graph, passed, { focus, inactive }, timed)
}

function seen(graph: KnowledgeGraph, time: DaySpan, choice: Choice) {
  const { nodes, edges } = visibleAt(graph, time, choice)
  return { nodes: [...nodes].sort(), edges: [...edges].sort() }
}

function itemsOf(graph: KnowledgeGraph) {
  return { nodes: graph.nodes().sort(), edges: graph.edges().sort() }
}

describe('what holds at a time', () => {
  test('is what the shell keeps, and certain is what it keeps with --certain', () => {
    fc.assert(
      fc.property(datedGraph, anySpan, (graph, time) => {
        const index = timeIndexOf(graph)
        const states = activitiesIn(index, time)
        const those = (kind: 'nodes' | 'edges', least: number) =>
          index[kind].ids.filter((_, row) => (states[kind][row] ?? 0) >= least)
        const can = keptByShell(graph, time)
        expect(those('nodes', activity.undated)).toEqual(can.nodes)
        expect(those('edges', activity.undated)).toEqual(can.edges)
        const does = keptByShell(graph, { ...time, certain: true })
        expect(those('nodes', activity.certain)).toEqual(does.nodes)
        expect(those('edges', activity.certain)).toEqual(does.edges)
      }),
      { numRuns: 400 },
    )
  })

  test('is undated where the claim has no date, and its ends can be of that time', () => {
    fc.assert(
      fc.property(datedGraph, anySpan, (graph, time) => {
        const index = timeIndexOf(graph)
        const { edges } = activitiesIn(index, time)
        index.edges.ids.forEach((id, row) => {
          if (edges[row] === activity.no) return
          const isUndated = graph.getEdgeAttribute(id, 'when') === undefined
          expect(edges[row] === activity.undated).toBe(isUndated)
        })
      }),
    )
  })

  test('is in the picture with what the other filters keep', () => {
    fc.assert(
      fc.property(datedGraph, anySpan, fc.boolean(), (graph, time, inferred) => {
        const part = filterGraph(graph, { ...time, ...(!inferred && { noInferred: true }) })
        expect(seen(graph, time, { inferred })).toEqual(itemsOf(part))
      }),
    )
  })

  test('lies around the focus along what holds; only its middle is there at any time', () => {
    fc.assert(
      fc.property(datedGraph, anySpan, fc.integer({ min: 1, max: 3 }), (graph, time, hops) => {
        fc.pre(nodeTest(graph, time)('n0'))
        const part = filterGraph(graph, { ...time, around: 'n0', hops })
        expect(seen(graph, time, { focus: { around: 'n0', hops } })).toEqual(itemsOf(part))
      }),
    )
  })

  test('and what fades is all the rest that the filters let pass, or nothing', () => {
    fc.assert(
      fc.property(datedGraph, anySpan, fc.boolean(), (graph, time, inactive) => {
        const { inTime, ...kept } = visibleAt(graph, time, { inactive })
        const rest = {
          nodes: graph.nodes().filter((id) => !kept.nodes.has(id)),
          edges: graph.edges().filter((id) => !kept.edges.has(id)),
        }
        expect([...(inTime?.faded.nodes ?? [])]).toEqual(inactive ? rest.nodes : [])
        expect([...(inTime?.faded.edges ?? [])]).toEqual(inactive ? rest.edges : [])
      }),
    )
  })

  test('says nothing of a text that is no date, as the shell', () => {
    const graph = buildRandomGraph({ types: ['person', 'person', 'group'], edges: [] })
    graph.setNodeAttribute('n0', 'when', 'some day')
    const index = timeIndexOf(graph)
    const { nodes } = activitiesIn(index, { from: 0, to: 0 })
    expect([...nodes]).toEqual([activity.possible, activity.certain, activity.certain])
  })
})

describe('two times compared', () => {
  test('began is what the shell keeps only at the later one, ended only at the earlier one', () => {
    fc.assert(
      fc.property(datedGraph, anyDay, anySpan, (graph, compare, time) => {
        const index = timeIndexOf(graph)
        const all = { nodes: new Set(graph.nodes()), edges: new Set(graph.edges()) }
        const changes = changesBetween(graph, index, { time, compare }, all)
        const { before, after, within } = keptAround(graph, time, compare)
        const only = (here: Kept, ...there: readonly Kept[]) =>
          [...here.nodes, ...here.edges]
            .filter((id) => !there.some(({ nodes, edges }) => [...nodes, ...edges].includes(id)))
            .sort()
        const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()
        expect(ids(changes.began)).toEqual(only(after, before, ...within))
        expect(ids(changes.ended)).toEqual(only(before, within[0] ?? after))

        const { nodes, edges } = activitiesAt(index, { time, compare })
        const marked = (state: number) =>
          [
            ...index.nodes.ids.filter((_, row) => nodes[row] === state),
            ...index.edges.ids.filter((_, row) => edges[row] === state),
          ].sort()
        expect(marked(activity.began)).toEqual(ids(changes.began))
        expect(marked(activity.ended)).toEqual(ids(changes.ended))
      }),
    )
  })
})

type Kept = ReturnType<typeof keptByShell>

/** What the shell keeps before and after; and, where the day lies in the range, what it keeps on the day. */
function keptAround(graph: KnowledgeGraph, time: DaySpan, compare: number) {
  const kept = (from: number, to: number) => keptByShell(graph, { from, to })
  const [range, day] = [kept(time.from, time.to), kept(compare, compare)]
  if (compare <= time.from) return { before: day, after: range, within: [] }
  if (compare >= time.to) return { before: range, after: day, within: [] }
  const [before, after] = [kept(time.from, compare - 1), kept(compare + 1, time.to)]
  return { before, after, within: [day] }
}

test('what comes after a day within a range has not ended on it', () => {
  const graph = buildRandomGraph({ types: ['person', 'person', 'person', 'person'], edges: [] })
  const dates = ['2009', '2011', '2009/2011', undefined]
  dates.forEach((when, index) => {
    if (when) graph.setNodeAttribute(`n${index}`, 'when', when)
  })
  const time = { from: dayOf(2009, 1, 1), to: dayOf(2011, 12, 31) }
  const { nodes } = activitiesAt(timeIndexOf(graph), { time, compare: dayOf(2010, 6, 1) })
  expect([...nodes]).toEqual([activity.ended, activity.began, activity.both, activity.both])
})

describe('a time as text', () => {
  const d = (text: string) => {
    const reading = readTime(text)
    return reading.ok ? reading.time : reading.message
  }
  test.each([
    ['2011-05-01', '2011-05-01'],
    ['2011-05', '2011-05-01/2011-05-31'],
    ['2011', '2011-01-01/2011-12-31'],
    ['2011-05-01/2012-01-31', '2011-05-01/2012-01-31'],
    ['2011/2012-02', '2011-01-01/2012-02-29'],
    ['2011/..', '2011-01-01/..'],
    ['../2011', '../2011-12-31'],
    ['2012~', '2011-01-01/2013-12-31'],
    ['May 2011', '2011-05-01/2011-05-31'],
    ['2009–2012', '2009-01-01/2012-12-31'],
    ['-0043-03-15', '-0043-03-15'],
    ['Y12000', 'Y12000'],
  ])('%s means %s', (text, days) => {
    expect(formatTime(d(text) as DaySpan)).toBe(days)
    expect(d(days)).toEqual(d(text))
  })

  test.each(['2011-13', '03/04/2012', 'nonsense', '<b>', '2012-XX-32'])('%s is refused', (text) => {
    expect(d(text)).toMatch(/no date|no such day/)
  })

  test('nothing, and everything, is all time', () => {
    expect(d('')).toBe(null)
    expect(d('../..')).toBe(null)
  })

  test('is the span that the shell takes for it', () => {
    const graph = buildRandomGraph({ types: ['person', 'person', 'group'], edges: [] })
    fc.assert(
      fc.property(anyDate, (text) => {
        const { from, to } = readFilter(graph, { asOf: text })
        expect(d(text) ?? { from: -Infinity, to: Infinity }).toEqual({ from, to })
      }),
    )
  })

  test.each([
    ['2011-01-01/2011-12-31', '2011', 'in 2011'],
    ['2012-01-01/2012-06-30', '2012-01/2012-06', 'from January to June 2012'],
    ['2011-05-01/2012-01-31', '2011-05/2012-01', 'from May 2011 to January 2012'],
    ['2011-05-01/2012-01-30', '2011-05-01/2012-01-30', 'from 1 May 2011 to 30 January 2012'],
    ['2011-05-01', '2011-05-01', 'on 1 May 2011'],
    ['2011-01-01/..', '2011/..', 'since 2011'],
    ['-0043-01-01/-0043-12-31', '-0043', 'in 44 BC'],
    ['Y12000', 'Y12000', 'in 12000'],
  ])('%s is written %s and read out %s', (days, short, words) => {
    const time = d(days) as DaySpan
    expect(shortTime(time)).toBe(short)
    expect(d(short)).toEqual(time)
    expect(timeInWords(time)).toBe(words)
  })

  test('comes back from an address as it went in', () => {
    fc.assert(
      fc.property(anySpan, fc.option(anyDay), fc.boolean(), (time, compare, inactive) => {
        const view = { ...initialView, time, compare, inactive }
        expect(parseHash(formatHash(view))).toEqual(view)
      }),
    )
    expect(parseHash('#compare=2009')).toEqual(initialView)
    expect(parseHash('#when=2011-05').time).toEqual(d('2011-05'))
    expect(formatHash(parseHash('#when=2011-05'))).toBe('#when=2011-05-01/2011-05-31')
    expect(parseHash('#when=soon&compare=later').time).toBe(null)
  })
})
