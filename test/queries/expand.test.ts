import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edgeTest } from '../../src/graph/filter.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type ExpandedPage, expand } from '../../src/queries/expand.ts'
import { questionsOf } from '../../src/queries/questions.ts'
import { type ExpandOptions, readExpansion } from '../../src/queries/read-expansion.ts'
import { readFilter } from '../../src/queries/read-filter.ts'
import { WrongQuestion } from '../../src/queries/wrong-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, randomGraph } from './random-graph.ts'
import { smallBase } from './small-base.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 }

const ids = fc.uniqueArray(fc.constantFrom('n0', 'n1', 'n2'), { minLength: 1 })
const options: fc.Arbitrary<ExpandOptions> = fc.record(
  {
    relations: fc.constantFrom(['knows'], ['led-by', 'in'], ['leads', 'knows', 'in']),
    direction: fc.constantFrom('out', 'in', 'either'),
    from: fc.constantFrom('2009', '2011'),
    to: fc.constantFrom('2011', '2013'),
  },
  { requiredKeys: [] },
)

describe('expanding', () => {
  test('gives what a look at every edge gives, in order of key', () => {
    let found = 0
    fc.assert(
      fc.property(randomGraph, ids, options, (random, from, asked) => {
        const graph = buildRandomGraph(random)
        const expected = naive(graph, from, asked)
        expect(keysOf(ask(graph, from, asked))).toEqual(expected)
        found += expected.length
      }),
      runs,
    )
    expect(found).toBeGreaterThan(runs.numRuns)
  })

  test('gives pages that laid end to end are the whole', () => {
    fc.assert(
      fc.property(randomGraph, ids, fc.integer({ min: 1, max: 4 }), (random, from, limit) => {
        const graph = buildRandomGraph(random)
        const pages = [...allPages(graph, from, limit)]
        expect(pages.flatMap(keysOf)).toEqual(naive(graph, from, {}))
        for (const page of pages.slice(0, -1)) expect(page.edges).toHaveLength(limit)
      }),
      runs,
    )
  })

  test('goes on in the right place although the claim that the cursor names is gone', () => {
    fc.assert(
      fc.property(randomGraph, ids, (random, from) => {
        const graph = buildRandomGraph(random)
        const { next } = ask(graph, from, { limit: 2 })
        if (next === undefined) return
        const rest = naive(graph, from, {}).slice(2)
        graph.dropEdge(next)
        expect(keysOf(ask(graph, from, { cursor: next }))).toEqual(rest)
      }),
      runs,
    )
  })

  test('tells what the graph says of each claim, and between whom', () => {
    const graph = graphOf(smallBase)
    const { expand: asked } = questionsOf(graph)
    const [claim] = [...asked(['imu'], { relations: ['led-by'], direction: 'in', limit: 1 })]
    const edge = 'makhdum-nusrat--leads--imu'
    const ends = { edge, from: 'makhdum-nusrat', to: 'imu' }
    expect(claim).toEqual({ ...graph.getEdgeAttributes(edge), ...ends })
  })

  test.each<[readonly string[], ExpandOptions, string]>([
    [['imuu'], {}, 'There is no entity "imuu".'],
    [['imu'], { relations: ['leeds'] }, 'There is no relation "leeds". Did you mean "leads"?'],
    [['imu'], { direction: 'inn' as 'in' }, 'There is no direction "inn". Did you mean "in"?'],
    [['imu'], { from: '2012-13' }, '"2012-13" is no date.'],
    [['imu'], { limit: 0 }, '"--limit 0" should be a whole number from 1 on.'],
  ])('%j with %j is a wrong question', (from, asked, message) => {
    const graph = graphOf(smallBase)
    expect(() => ask(graph, from, asked)).toThrow(WrongQuestion)
    expect(() => ask(graph, from, asked)).toThrow(message)
  })
})

function ask(graph: KnowledgeGraph, from: readonly string[], asked: ExpandOptions): ExpandedPage {
  return expand(graph, readExpansion(graph, from, asked))
}

function keysOf({ edges }: ExpandedPage): string[] {
  return edges.map(({ edge }) => edge)
}

function* allPages(graph: KnowledgeGraph, from: readonly string[], limit: number) {
  for (let cursor: string | undefined; ; ) {
    const page = ask(graph, from, { limit, ...(cursor !== undefined && { cursor }) })
    yield page
    cursor = page.next
    if (cursor === undefined) return
  }
}

function naive(graph: KnowledgeGraph, ids: readonly string[], asked: ExpandOptions): string[] {
  const { relations, direction = 'either', from, to } = asked
  const time = { ...(from && { from }), ...(to && { to }) }
  const keeps = edgeTest(
    graph,
    readFilter(graph, { ...time, ...(relations && { relation: relations }) }),
  )
  return graph
    .edges()
    .filter((edge) => {
      const [source, target] = graph.extremities(edge)
      const leaves = direction !== 'in' && ids.includes(source)
      return (leaves || (direction !== 'out' && ids.includes(target))) && keeps(edge)
    })
    .sort()
}
