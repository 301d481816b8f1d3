import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeNeighbours } from '../../src/queries/describe-neighbours.ts'
import { type NeighbourPage, neighbourPage } from '../../src/queries/neighbour-page.ts'
import { neighbours } from '../../src/queries/neighbours.ts'
import {
  type NeighbourOptions,
  readNeighbourQuestion,
} from '../../src/queries/read-neighbour-question.ts'
import { WrongQuestion } from '../../src/queries/wrong-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, randomGraph } from './random-graph.ts'
import { smallBase } from './small-base.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 }
const graph = graphOf(smallBase)

describe('pages', () => {
  test('laid end to end are the whole answer, each as long as it may be', () => {
    fc.assert(
      fc.property(
        randomGraph,
        fc.constantFrom('relation', 'time'),
        fc.integer({ min: 1, max: 4 }),
        (random, by, limit) => {
          const graph = buildRandomGraph(random)
          const whole = ask(graph, 'n0', { by })
          const pages = allPages(graph, { by, limit })
          expect(pages.flatMap(edgesOf)).toEqual(edgesOf(whole))
          for (const [index, page] of pages.entries()) {
            expect(page.before).toBe(index * limit)
            expect(page.total).toBe(whole.neighbours.length)
          }
        },
      ),
      runs,
    )
  })

  test('by relation are in the order of the list', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const graph = buildRandomGraph(random)
        const listed = neighbours(graph, 'n0').map(({ edge }) => edge)
        expect(edgesOf(ask(graph, 'n0', {}))).toEqual(listed)
      }),
      runs,
    )
  })

  test('go on in the right place although the claim at the end of the last one is gone', () => {
    fc.assert(
      fc.property(randomGraph, fc.constantFrom('relation', 'time'), (random, by) => {
        const graph = buildRandomGraph(random)
        const first = ask(graph, 'n0', { by, limit: 2 })
        const rest = edgesOf(ask(graph, 'n0', { by })).slice(2)
        const last = first.neighbours.at(-1)
        if (first.next === undefined || last === undefined) return
        graph.dropEdge(last.edge)
        expect(edgesOf(ask(graph, 'n0', { by, after: first.next }))).toEqual(rest)
      }),
      runs,
    )
  })

  test('by time begin with the earliest and end with what is undated', () => {
    const whens = ask(graph, 'imu', { by: 'time' }).neighbours.map(({ when }) => when)
    expect(whens).toEqual(['2001/2011', '../2011', '2012-02'])
    const raid = ask(graph, 'al-qaida', { by: 'time' }).neighbours.map(({ when }) => when)
    expect(raid).toEqual(['2001/2011', '2013-05', undefined])
  })
})

test('the types of a filter are asked of the neighbour and not of the entity itself', () => {
  const found = ask(graph, 'imu', { type: ['person'] })
  expect(edgesOf(found)).toEqual(['makhdum-nusrat--leads--imu--2', 'makhdum-nusrat--leads--imu'])
})

test('a page in words says which it is and how to see more', () => {
  const told = describeNeighbours(graph, ask(graph, 'imu', { by: 'time', limit: 1 }))
  expect(told).toMatchInlineSnapshot(`
    "Islamic Movement of Uzbekistan: 3 relations to 2 entities; number 1

      Islamic Movement of Uzbekistan is allied with al-Qaida, from 2001 to 2011.
        al-qaida--allied-with--imu [report#p3, report#p4 (“sworn allies”)]
        Possible.

    2 more. Ask again with: --after time/11323/15339/al-qaida--allied-with--imu"
  `)
  const last = describeNeighbours(
    graph,
    ask(graph, 'imu', { limit: 2, after: 'relation/leads/0.5/' }),
  )
  expect(last.split('\n')[0]).toBe(
    'Islamic Movement of Uzbekistan: 3 relations to 2 entities; numbers 2 to 3',
  )
  const none = describeNeighbours(graph, ask(graph, 'imu', { after: 'relation/zzz/0/' }))
  expect(none).toBe(
    'Islamic Movement of Uzbekistan: 3 relations to 2 entities; none after this place',
  )
})

describe('a page in words tells', () => {
  const told = (options: NeighbourOptions) =>
    describeNeighbours(graph, ask(graph, 'imu', options)).split('\n\n')

  test('how many of the claims certainly held at the time asked for', () => {
    const time = { from: '2011-12-31', to: '2012' }
    expect(told(time)[1]).toBe('1 certainly held at that time; the others may have.')
    expect(told({ asOf: '2011-12-31' })[1]).toBe('None certainly held at that time; they may have.')
    expect(told({ asOf: '2005' })[1]).toBe('All certainly held at that time.')
    expect(told({ asOf: '2005', type: ['group'] })[1]).toBe('It certainly held at that time.')
    expect(told({ asOf: '2011-12-31', type: ['person'] })[1]).toBe(
      'It may have held at that time, which is not certain.',
    )
    expect(told({ asOf: '2005', certain: true })[1]).toMatch(/^ {2}Islamic Movement/)
  })

  test('of nothing, how much there is besides', () => {
    expect(told({ asOf: '2020' })).toEqual([
      'Islamic Movement of Uzbekistan: 0 relations to 0 entities',
      'It has 3 relations, but none that was asked for.',
    ])
  })
})

test.each<[NeighbourOptions, string]>([
  [{ by: 'tme' }, 'There is no order "tme". Did you mean "time"?'],
  [{ limit: 0 }, '"--limit 0" should be a whole number from 1 on.'],
  [{ limit: 1.5 }, '"--limit 1.5" should be a whole number from 1 on.'],
  [{ after: 'page 2' }, '"page 2" is no place in this answer.'],
  [{ after: 'time/1/2/x' }, '"time/1/2/x" is no place in this answer.'],
  [{ after: 'relation/leads/x/y' }, '"relation/leads/x/y" is no place in this answer.'],
])('%j is a wrong question', (options, message) => {
  const asked = () => ask(graph, 'imu', options)
  expect(asked).toThrow(WrongQuestion)
  expect(asked).toThrow(message)
})

function ask(
  graph: Parameters<typeof neighbourPage>[0],
  entity: string,
  options: NeighbourOptions,
) {
  return neighbourPage(graph, readNeighbourQuestion(graph, entity, options))
}

function allPages(graph: Parameters<typeof neighbourPage>[0], options: NeighbourOptions) {
  const pages: NeighbourPage[] = []
  for (let after: string | undefined; ; ) {
    const page = ask(graph, 'n0', { ...options, ...(after !== undefined && { after }) })
    pages.push(page)
    after = page.next
    if (after === undefined) return pages
  }
}

function edgesOf({ neighbours }: NeighbourPage): string[] {
  return neighbours.map(({ edge }) => edge)
}
