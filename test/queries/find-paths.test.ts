import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../src/dates/bounds.ts'
import { dayOf } from '../../src/dates/calendar.ts'
import { holdsOn } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { findPaths, type Hop, type Path } from '../../src/queries/find-paths.ts'
import { type PathOptions, readPathQuestion } from '../../src/queries/read-path-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { naivePaths } from './naive-paths.ts'
import {
  buildRandomGraph,
  type RandomGraph,
  randomGraph,
  randomWord as word,
} from './random-graph.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 400 }

const questions: Record<string, fc.Arbitrary<PathOptions>> = {
  'the shortest': fc.constant({}),
  'the shortest up to a length': fc.record({ max: fc.integer({ min: 1, max: 5 }) }),
  'all up to a length': fc.record({
    all: fc.constant(true),
    max: fc.integer({ min: 1, max: 8 }),
  }),
  'all up to the default': fc.constant({ all: true }),
  'all with the arrows': fc.record({ all: fc.constant(true), directed: fc.constant(true) }),
  'the shortest with the arrows': fc.record({ directed: fc.constant(true) }),
  'the shortest via': fc.record({ via: fc.array(word, { minLength: 1, maxLength: 2 }) }),
  'all via': fc.record({ all: fc.constant(true), via: fc.array(word, { maxLength: 2 }) }),
  'all that avoid': fc.record({ all: fc.constant(true), avoid: fc.array(word, { maxLength: 2 }) }),
  'all through places': fc.record({ all: fc.constant(true), through: fc.constant(['place']) }),
  'all that a filter keeps': fc.record({
    all: fc.constant(true),
    kind: fc.constantFrom(['social'], ['social', 'location'], ['affiliation']),
  }),
  'all that are sure enough': fc.record({
    all: fc.constant(true),
    minConfidence: fc.constantFrom('confirmed', 'probable', 'possible', 'improbable'),
  }),
  'all at a time': fc.record({
    all: fc.constant(true),
    asOf: fc.constantFrom('2009', '2011', '2013'),
  }),
  'all that sources state': fc.constant({ all: true, inferred: false }),
  'all that one of some says': fc.record({
    all: fc.constant(true),
    saidBy: fc.constantFrom(['n0'], ['n0', 'n2']),
  }),
  'all but what some alone say': fc.record({
    all: fc.constant(true),
    withoutSpeaker: fc.constantFrom(['n0'], ['n0', 'n2']),
  }),
  'the best so many': fc.record({ top: fc.integer({ min: 1, max: 12 }) }),
  'the best so many with the arrows': fc.record({
    top: fc.integer({ min: 1, max: 6 }),
    directed: fc.constant(true),
    max: fc.integer({ min: 2, max: 12 }),
  }),
  'the best so many via': fc.record({
    top: fc.integer({ min: 1, max: 6 }),
    via: fc.array(word, { minLength: 1, maxLength: 3 }),
  }),
  'those with the least doubt': fc.constant({ weight: 'confidence' }),
  'those with the least doubt up to a length': fc.record({
    weight: fc.constant('confidence'),
    max: fc.integer({ min: 1, max: 4 }),
    top: fc.integer({ min: 1, max: 8 }),
  }),
  'those with the least doubt via': fc.record({
    weight: fc.constant('confidence'),
    via: fc.array(word, { minLength: 1, maxLength: 2 }),
  }),
  'the best so many by doubt, together': fc.record({
    weight: fc.constant('confidence'),
    top: fc.integer({ min: 1, max: 8 }),
    together: fc.boolean(),
  }),
  'all by doubt': fc.record({ weight: fc.constant('confidence'), all: fc.constant(true) }),
  'the shortest that can hold together': fc.constant({ together: true }),
  'all that can hold together': fc.constant({ together: true, all: true, max: 6 }),
  'everything at once': fc.record(
    {
      all: fc.boolean(),
      max: fc.integer({ min: 1, max: 6 }),
      directed: fc.boolean(),
      together: fc.boolean(),
      weight: fc.constantFrom('hops', 'confidence'),
      via: fc.array(word, { maxLength: 1 }),
      avoid: fc.array(word, { maxLength: 1 }),
      through: fc.constantFrom([], ['place']),
      type: fc.constantFrom(['actor'], ['person', 'place']),
      relation: fc.constantFrom(['led-by', 'in'], ['knows', 'leads']),
      asOf: fc.constantFrom('2010', '2012'),
      inferred: fc.boolean(),
      withoutSpeaker: fc.constantFrom(['n0'], ['n2']),
    },
    { requiredKeys: [] },
  ),
}

describe('as many paths, in the same order, as a search that tries them all:', () => {
  test.each(Object.keys(questions))('%s', (name) => {
    let answered = 0
    fc.assert(
      fc.property(randomGraph, questions[name] ?? fc.constant({}), (random, asked) => {
        const expected = naivePaths(random, asked)
        const paths = ask(random, asked)
        expect(paths.map(({ hops }) => hops.map(({ edge }) => edge))).toEqual(expected)
        answered += expected.length > 0 ? 1 : 0
      }),
      runs,
    )
    // A property whose answers are all empty would prove nothing.
    expect(answered).toBeGreaterThan(20)
  })
})

test('each hop goes on where the last one ended, and knows the way its edge points', () => {
  fc.assert(
    fc.property(randomGraph, (random) => {
      for (const { hops, length } of ask(random, { all: true })) {
        expect(length).toBe(hops.length)
        expect(['n0', ...hops.map(({ to }) => to)]).toEqual([...hops.map((h) => h.from), 'n1'])
        expect(hops.map(edgeOf)).toEqual(hops.map(({ edge }) => stemOf(random, edge)))
      }
    }),
    runs,
  )
})

test('the weakest hop is the first that none is more doubtful than', () => {
  const ladder = ['confirmed', undefined, 'probable', 'possible', 'doubtful', 'improbable']
  fc.assert(
    fc.property(randomGraph, (random) => {
      for (const { hops, weakest } of ask(random, { all: true })) {
        const doubts = hops.map(
          ({ confidence, inferred }) => ladder.indexOf(confidence) * 2 + (inferred ? 1 : 0),
        )
        expect(weakest).toBe(doubts.indexOf(Math.max(...doubts)))
      }
    }),
    runs,
  )
})

test('the time together begins and ends with a day on which every hop may hold, and misses none', () => {
  const days = Array.from({ length: 15 * 12 }, (_, month) =>
    dayOf(2006 + Math.floor(month / 12), (month % 12) + 1, 1),
  )
  fc.assert(
    fc.property(randomGraph, (random) => {
      for (const path of ask(random, { all: true })) {
        const holds = days.filter((day) => allMayHold(path, day))
        const span = bounds(path.together)
        if (span === undefined) expect(holds).toEqual([])
        else {
          const ends = [span.earliestStart, span.latestEnd].filter(Number.isFinite)
          expect(ends.every((day) => allMayHold(path, day))).toBe(true)
          expect(holds.every((day) => span.earliestStart <= day && day <= span.latestEnd)).toBe(
            true,
          )
        }
      }
    }),
    runs,
  )
})

describe('a dense graph', () => {
  const nodes = Array.from({ length: 40 }, (_, index) => `n${String(index).padStart(2, '0')}`)
  const dense = graphOf({
    'ontology.yaml': `name: Dense
entities: { person: {} }
relations: { knows: { from: person, to: person } }
`,
    'people.yaml': `entities:\n${nodes
      .map((id, index) => {
        const others = nodes.slice(index + 1).join(', ')
        return `  ${id}: { type: person, name: ${id}, relations: [${others && `{ knows: [${others}] }`}] }\n`
      })
      .join('')}`,
  })
  const search = (options: PathOptions) =>
    findPaths(dense, readPathQuestion(dense, 'n00', 'n39', options))

  test('gives the thousand best, and says that there are more', () => {
    const { paths, truncated } = search({ all: true, max: 12 })
    expect(truncated).toBe(true)
    expect(paths).toHaveLength(1000)
    // Of one hop there is one path, of two 38, of three 38 × 37.
    expect(count(paths, 1)).toBe(1)
    expect(count(paths, 2)).toBe(38)
    expect(count(paths, 3)).toBe(1000 - 39)
    expect(paths.at(-1)?.hops.map(({ to }) => to)).toEqual(['n26', 'n37', 'n39'])
  })

  test('gives all where they are few, and says so', () => {
    expect(search({ all: true, max: 2 })).toMatchObject({ truncated: false })
    expect(search({ all: true, max: 2 }).paths).toHaveLength(39)
    expect(search({})).toMatchObject({ truncated: false, paths: [{ length: 1 }] })
  })

  test('finds what lies deep, where the question leads there', () => {
    const via = ['n01', 'n02', 'n03', 'n04', 'n05', 'n06', 'n07']
    const { paths, truncated } = search({ via })
    expect(truncated).toBe(true)
    expect(paths).toHaveLength(1000)
    expect(new Set(paths.map(({ length }) => length))).toEqual(new Set([8]))
    const first = [...via, 'n39'].map((to, index) => `n0${index}--knows--${to}`)
    expect(paths[0]?.hops.map(({ edge }) => edge)).toEqual(first)
  })

  test('is given up in time, and says so', () => {
    const { paths, truncated } = search({ all: true, max: 12, weight: 'confidence' })
    expect(truncated).toBe(true)
    expect(paths.length).toBeGreaterThan(0)
  })

  test('gives as many as were asked for, by a search that does not try them all', () => {
    const { paths, truncated } = search({ top: 40, max: 12 })
    expect(truncated).toBe(false)
    expect([count(paths, 1), count(paths, 2), count(paths, 3)]).toEqual([1, 38, 1])
  })
})

test('two entities without a path between them have none', () => {
  const random: RandomGraph = { types: ['person', 'person', 'person'], edges: [] }
  const graph = buildRandomGraph(random)
  expect(findPaths(graph, { from: 'n0', to: 'n1' })).toEqual({ paths: [], truncated: false })
})

function ask(random: RandomGraph, asked: PathOptions): readonly Path[] {
  const graph = buildRandomGraph(random)
  return findPaths(graph, readPathQuestion(graph, 'n0', 'n1', asked)).paths
}

function edgeOf({ forward, from, to, relation }: Hop): string {
  return forward ? `${from} ${relation} ${to}` : `${to} ${relation} ${from}`
}

function stemOf({ edges }: RandomGraph, key: string): string {
  const edge = edges.find((one) => one.key === key)
  return `${edge?.source} ${edge?.relation} ${edge?.target}`
}

function allMayHold({ hops }: Path, day: number): boolean {
  return hops.every(({ when }) => {
    const parsed = when === undefined ? undefined : parseEdtf(when)
    return holdsOn(parsed?.ok ? parsed.date : undefined, day) !== 'no'
  })
}

function bounds(together: string | null) {
  const parsed = together === null ? undefined : parseEdtf(together)
  return parsed?.ok ? boundsOf(parsed.date) : undefined
}

function count(paths: readonly Path[], hops: number): number {
  return paths.filter(({ length }) => length === hops).length
}
