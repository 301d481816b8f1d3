import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPaths, type PathQuestion } from '../../src/queries/find-paths.ts'
import { buildRandomGraph, type RandomGraph, randomGraph } from '../queries/random-graph.ts'

const max = 5
const top = 8

interface Answer {
  readonly shortest: number | null
  /** How many paths are as short. */
  readonly count: number
  /** The keys of every path of at most `max` hops, sorted. */
  readonly all: readonly string[]
  /** What the `top` cheapest paths cost, in half decibels. */
  readonly weights: readonly number[]
}

const seed = Number(process.env.FC_SEED ?? 20120317)
const graphs = fc.sample(fc.tuple(randomGraph, fc.boolean()), { seed, numRuns: 200 })

// networkx knows no closed types: every node is one that paths may pass.
const tasks = graphs.map(([random, directed]) => ({
  random: { ...random, types: random.types.map(() => 'person') },
  directed,
}))

test('networkx finds as many paths, of the same lengths and costs, in 200 random graphs', () => {
  const expected = askNetworkx()
  expect(tasks.map(({ random, directed }) => ask(random, directed))).toEqual(expected)
  // Answers that are all empty would prove nothing.
  expect(expected.filter(({ count }) => count > 1).length).toBeGreaterThan(20)
  expect(expected.filter(({ weights }) => weights.length > 3).length).toBeGreaterThan(10)
})

function ask(random: RandomGraph, directed: boolean): Answer {
  const graph = buildRandomGraph(random)
  const paths = (question: Partial<PathQuestion>) =>
    findPaths(graph, { from: 'n0', to: 'n1', directed, ...question }).paths
  const shortest = paths({})
  return {
    shortest: shortest[0]?.length ?? null,
    count: shortest.length,
    all: paths({ all: true, max })
      .map(({ hops }) => hops.map(({ edge }) => edge).join(' '))
      .sort(),
    weights: paths({ weight: 'confidence', top }).map(({ doubt = 0 }) => 2 * doubt),
  }
}

function askNetworkx(): Answer[] {
  const input = tasks.map(({ random, directed }) => ({
    nodes: random.types.map((_, index) => `n${index}`),
    edges: random.edges
      .filter(({ source, target }) => source !== target)
      .map((edge) => [edge.source, edge.target, edge.key, halfDecibels(edge)]),
    ...{ directed, start: 'n0', end: 'n1', max, top },
  }))
  const options = { encoding: 'utf8', input: JSON.stringify(input), maxBuffer: 2 ** 30 } as const
  return JSON.parse(
    execFileSync('.peers/python/bin/python', ['test/peers/python/paths.py'], options),
  )
}

/** From the table in docs/design-choices.md. */
function halfDecibels({ confidence, inferred }: RandomGraph['edges'][number]): number {
  const doubts = { confirmed: 1, probable: 5, possible: 9, doubtful: 14, improbable: 24 }
  return (confidence === undefined ? 3 : doubts[confidence]) + (inferred ? 1 : 0)
}
