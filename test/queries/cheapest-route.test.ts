import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathIndex } from '../../src/queries/path-index.ts'
import { cheapestRoute } from '../../src/queries/routes/cheapest-route.ts'
import { costsBy } from '../../src/queries/routes/cost.ts'
import { groundFor } from '../../src/queries/routes/ground-for.ts'
import { buildRandomGraph, type RandomEdge, type RandomGraph } from './random-graph.ts'

// Larger and sparser than the graphs on which every path can be tried, so that the two searches meet halfway.
const size = 40
const sparseGraph: fc.Arbitrary<RandomGraph> = fc
  .array(
    fc.record({
      source: fc.nat(size - 1),
      step: fc.integer({ min: 1, max: 6 }),
      confidence: fc.constantFrom(undefined, undefined, 'confirmed', 'possible', 'improbable'),
    }),
    { minLength: 60, maxLength: 110 },
  )
  .map((edges) => ({
    types: Array.from({ length: size }, () => 'person'),
    edges: edges.map(({ source, step, confidence }, index) => ({
      ...{ key: `e${index}`, source: `n${source}`, target: `n${(source + step) % size}` },
      ...{ relation: 'knows', kind: 'social', confidence, inferred: false, when: undefined },
    })),
  }))

test.each(['hops', 'confidence'] as const)(
  'the cheapest route by %s, the first by key',
  (weight) => {
    let long = 0
    fc.assert(
      fc.property(sparseGraph, fc.boolean(), (random, directed) => {
        const index = pathIndex(buildRandomGraph(random))
        const ground = groundFor(index, { from: 'n0', to: 'n20', directed }, undefined, 'doubt')
        const costs = costsBy(weight)
        const ride = { ground, costs, from: ground.start, without: new Set<number>() }
        const found = cheapestRoute(ride, { steps: Infinity })
        const costOf = ({ key }: RandomEdge) =>
          costs[index.doubt[index.edges.indexOf(key)] ?? 0] ?? 0
        const expected = naiveCheapest(random, directed, costOf)
        expect(found && Array.from(found.edges, (edge) => index.edges[edge])).toEqual(expected)
        long += (expected?.length ?? 0) > 5 ? 1 : 0
      }),
      { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 },
    )
    expect(long).toBeGreaterThan(30)
  },
)

/** Costs to the goal by trying every edge again and again; then always over the first edge that loses nothing. */
function naiveCheapest(
  { types, edges }: RandomGraph,
  directed: boolean,
  costOf: (edge: RandomEdge) => number,
): string[] | undefined {
  const steps = edges
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((edge) => {
      const ahead = { key: edge.key, from: edge.source, to: edge.target, cost: costOf(edge) }
      return directed ? [ahead] : [ahead, { ...ahead, from: edge.target, to: edge.source }]
    })
  const left = new Map([['n20', 0]])
  const leftAt = (node: string) => left.get(node) ?? Infinity
  for (const _ of types) {
    for (const { from, to, cost } of steps) {
      if (leftAt(to) + cost < leftAt(from)) left.set(from, leftAt(to) + cost)
    }
  }
  if (!left.has('n0')) return undefined
  const route: string[] = []
  for (let node = 'n0'; node !== 'n20'; ) {
    const here = node
    const next = steps.find(
      ({ from, to, cost }) => from === here && leftAt(to) + cost === leftAt(here),
    )
    if (next === undefined) throw new Error('The oracle is wrong.')
    route.push(next.key)
    node = next.to
  }
  return route
}
