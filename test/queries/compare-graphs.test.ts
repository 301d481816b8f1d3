import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareGraphs } from '../../src/queries/compare-graphs.ts'
import { buildRandomGraph, type RandomEdge, type RandomGraph, randomGraph } from './random-graph.ts'

const nothing = {
  entities: { added: [], removed: [], changed: [] },
  relations: { added: [], removed: [], changed: [] },
  sources: { added: [], removed: [], changed: [] },
  renamed: [],
}

test('a graph whose edges have other keys and another order is the same one', () => {
  fc.assert(
    fc.property(fc.oneof(randomGraph, crowded), fc.infiniteStream(fc.nat()), (random, numbers) => {
      const edges = random.edges
        .map((edge, index) => ({
          edge: { ...edge, key: `other-${index}` },
          at: numbers.next().value,
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ edge }) => edge)
      const [before, after] = [random, { ...random, edges }].map(buildRandomGraph) as Pair
      expect(compareGraphs(before, after)).toEqual(nothing)
    }),
  )
})

/** All relations between two: whatever is paired wrongly shows. */
const crowded = randomGraph.map((random) => ({
  ...random,
  edges: random.edges.map((edge) => ({ ...edge, source: 'n0', target: 'n1', relation: 'leads' })),
}))

type Graph = ReturnType<typeof buildRandomGraph>
type Pair = [Graph, Graph]

test('as many relations come, go and change as the sets of what they say differ by', () => {
  fc.assert(
    fc.property(fc.oneof(randomGraph, crowded), fc.oneof(randomGraph, crowded), (one, other) => {
      const { relations } = compareGraphs(buildRandomGraph(one), buildRandomGraph(other))
      expect({
        added: relations.added.length,
        removed: relations.removed.length,
        changed: relations.changed.length,
      }).toEqual(naiveCounts(one, other))
      const [keysBefore, keysAfter] = [one, other].map(({ edges }) => edges.map(({ key }) => key))
      for (const key of relations.added) expect(keysAfter).toContain(key)
      for (const key of relations.removed) expect(keysBefore).toContain(key)
      for (const { before, after, fields } of relations.changed) {
        expect([keysBefore?.includes(before), keysAfter?.includes(after)]).toEqual([true, true])
        expect(fields.length).toBeGreaterThan(0)
      }
    }),
  )
})

/** By tie: what is said on one side alone; as much as can be paired of it has changed. */
function naiveCounts(one: RandomGraph, other: RandomGraph) {
  const counts = { added: 0, removed: 0, changed: 0 }
  for (const tie of new Set([...one.edges, ...other.edges].map(tieOf))) {
    const before = one.edges.filter((edge) => tieOf(edge) === tie).map(saidBy)
    const after = other.edges.filter((edge) => tieOf(edge) === tie).map(saidBy)
    for (const said of [...before]) {
      const at = after.indexOf(said)
      if (at < 0) continue
      after.splice(at, 1)
      before.splice(before.indexOf(said), 1)
    }
    const changed = Math.min(before.length, after.length)
    counts.changed += changed
    counts.removed += before.length - changed
    counts.added += after.length - changed
  }
  return counts
}

function tieOf({ source, relation, target }: RandomEdge): string {
  const ends = relation === 'knows' ? [source, target].sort() : [source, target]
  return [relation, ...ends].join(' ')
}

function saidBy({ confidence, inferred, when, speakers }: RandomEdge): string {
  return JSON.stringify([confidence, inferred, when, speakers])
}

test('entities are told apart by id, and what has changed of them by field', () => {
  fc.assert(
    fc.property(randomGraph, randomGraph, (one, other) => {
      const { entities } = compareGraphs(buildRandomGraph(one), buildRandomGraph(other))
      const [before, after] = [one.types.length, other.types.length]
      expect(entities.added.length).toBe(Math.max(0, after - before))
      expect(entities.removed.length).toBe(Math.max(0, before - after))
      const typeAfter = (index: number) => other.types[index]
      const changed = one.types.flatMap((type, index) =>
        index < after && type !== typeAfter(index)
          ? [
              {
                ...{ before: `n${index}`, after: `n${index}` },
                fields: [{ field: 'type', before: type, after: typeAfter(index) }],
              },
            ]
          : [],
      )
      expect(entities.changed).toEqual(changed)
    }),
  )
})
