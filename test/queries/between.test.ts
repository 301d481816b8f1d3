import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import { describe, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { between, betweenInTurns } from '../../src/queries/between.ts'
import { readBetweenQuestion } from '../../src/queries/read-between-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { naiveBetweenness } from './naive-betweenness.ts'
import { buildRandomGraph, type RandomGraph, randomGraph } from './random-graph.ts'
import { smallBase } from './small-base.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 }

describe('shares of shortest chains', () => {
  test('are those of a search that lists every chain, with places as ends', () => {
    let above = 0
    fc.assert(
      fc.property(randomGraph, fc.constantFrom([], ['place']), (random, through) => {
        const found = sharesIn(buildRandomGraph(random), { through })
        expect(found).toEqual(naiveBetweenness(random, through))
        above += Object.keys(found).length
      }),
      runs,
    )
    expect(above).toBeGreaterThan(300)
  })

  test('are those of graphology where nothing is an end only', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const graph = buildRandomGraph(random)
        const found = sharesIn(graph, { through: ['place'] })
        const peer = betweennessCentrality(simple(random), { getEdgeWeight: null })
        const above = Object.entries(peer).filter(([, share]) => share > 0)
        expect(Object.keys(found).sort()).toEqual(above.map(([id]) => id).sort())
        for (const [id, share] of above) expect(found[id]).toBeCloseTo(share, 8)
      }),
      runs,
    )
  })

  test('are counted over what a filter keeps', () => {
    fc.assert(
      fc.property(
        randomGraph,
        fc.constantFrom<readonly string[]>(['leads'], ['knows', 'in']),
        (random, relation) => {
          const edges = random.edges.filter((edge) => relation.includes(edge.relation))
          const graph = buildRandomGraph(random)
          const question = readBetweenQuestion(graph, { relation })
          const found = Object.fromEntries(
            between(graph, question).ranked.map(({ entity, share }) => [entity, share]),
          )
          expect(found).toEqual(naiveBetweenness({ ...random, edges }, []))
        },
      ),
      runs,
    )
  })
})

describe('the answer', () => {
  const star = graphOf({
    ...smallBase,
    'more.yaml': `entities:
  ${Array.from({ length: 6 }, (_, n) => `p${n}: { type: person, name: P${n}, relations: [{ leads: imu, confidence: ${n % 2 ? 'possible' : 'confirmed'} }] }`).join('\n  ')}
`,
  })

  test('ranks the types asked for, over chains of all', () => {
    const all = between(star)
    expect(all.ranked[0]).toMatchObject({ entity: 'imu' })
    const groups = between(star, readBetweenQuestion(star, { type: ['group'], top: 1 }))
    expect(groups).toMatchObject({ ranked: [{ entity: 'imu', share: all.ranked[0]?.share }] })
    expect(groups.total).toBeGreaterThan(1)
    expect(between(star, readBetweenQuestion(star, { type: ['person'] }))).toMatchObject({
      ranked: [],
      total: 0,
    })
  })

  test('is taken among the types asked for', () => {
    const { ranked, entities } = between(star, readBetweenQuestion(star, { among: ['group'] }))
    expect([ranked, entities]).toEqual([[], 3])
  })

  test('names the claims over which most goes, the surest of a tie', () => {
    const [imu] = between(star).ranked
    expect(imu?.over.map(({ edge }) => edge)).toEqual([
      'al-qaida--allied-with--imu',
      'makhdum-nusrat--leads--imu--2',
    ])
  })

  test('is the same in turns, and stops when it is told to', async () => {
    const controller = new AbortController()
    expect(await betweenInTurns(star, {}, controller.signal)).toEqual(between(star))
    controller.abort(new Error('Enough.'))
    await expect(betweenInTurns(star, {}, controller.signal)).rejects.toThrow('Enough.')
  })
})

describe('a large graph', () => {
  const large = buildRandomGraph(ringsAround(12_000))

  test('is estimated, says so, and says how far off it may be', () => {
    const answer = between(large, { top: 3 })
    expect(answer.sampled).toBeLessThan(answer.entities)
    expect(answer).toEqual(between(large, { top: 3 }))
    // Half of the nodes hang on either hub, and one tie joins the hubs: what a hub bears is known without a search.
    const [first, second] = answer.ranked
    expect([first?.entity, second?.entity].sort()).toEqual(['n0', 'n1'])
    for (const { share, error = 0 } of answer.ranked.slice(0, 2)) {
      expect(error).toBeGreaterThan(0)
      expect(Math.abs(share - 0.75)).toBeLessThan(4 * error + 0.001)
    }
  })

  test('in turns can be stopped half way', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('Enough.')))
    await expect(betweenInTurns(large, { exact: true }, controller.signal)).rejects.toThrow(
      'Enough.',
    )
  })
})

function sharesIn(
  graph: KnowledgeGraph,
  options: { through: readonly string[] },
): Record<string, number> {
  const { ranked } = between(graph, options)
  return Object.fromEntries(ranked.map(({ entity, share }) => [entity, share]))
}

function simple({ types, edges }: RandomGraph): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const index of types.keys()) graph.addNode(`n${index}`)
  for (const { source, target } of edges) if (source !== target) graph.mergeEdge(source, target)
  return graph
}

/** Two hubs that know each other, and the rest around one or the other. */
function ringsAround(size: number): RandomGraph {
  const claim = {
    relation: 'knows',
    kind: 'social',
    confidence: undefined,
    inferred: false,
    when: undefined,
  }
  const edge = (source: number, target: number) => ({
    ...claim,
    source: `n${source}`,
    target: `n${target}`,
    key: `n${source}--knows--n${target}`,
  })
  return {
    types: Array.from({ length: size }, () => 'person'),
    edges: Array.from({ length: size - 1 }, (_, n) => edge(n + 1, n === 0 ? 0 : n % 2)),
  }
}
