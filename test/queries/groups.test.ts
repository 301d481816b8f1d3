import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeGroups } from '../../src/queries/describe-groups.ts'
import { groups } from '../../src/queries/groups.ts'
import { readGroupsQuestion } from '../../src/queries/read-groups-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, type RandomGraph, randomGraph } from './random-graph.ts'
import { smallBase } from './small-base.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 }

describe('components', () => {
  test('are what a walk reaches', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const answer = groups(buildRandomGraph(random), { by: 'component' })
        const found = [
          ...answer.groups.map(({ members }) => members),
          ...answer.alone.map((id) => [id]),
        ]
        expect(sorted(found)).toEqual(sorted(naiveComponents(random)))
        expect(answer.components).toBe(found.length)
        expect(answer.groups.every(({ outside, bridges }) => outside + bridges.length === 0)).toBe(
          true,
        )
      }),
      runs,
    )
  })
})

test('the largest group comes first, and of groups alike the one whose centre has the lesser id', () => {
  const tie = (from: string, to: string) =>
    `${from}: { type: p, name: ${from}, relations: [{ k: ${to} }] }`
  const graph = graphOf({
    'ontology.yaml':
      'name: Sizes\nentities: { p: {} }\nrelations: { k: { from: p, to: p, kind: k } }\n',
    'all.yaml': `entities:\n  ${[tie('a', 'b'), tie('c', 'd'), tie('x', 'y'), tie('z', 'y')].join('\n  ')}\n  b: { type: p, name: B }\n  d: { type: p, name: D }\n  y: { type: p, name: Y }\n`,
  })
  expect(groups(graph).groups.map(({ centre }) => centre)).toEqual(['y', 'a', 'c'])
})

describe('communities', () => {
  test('share all that is tied, never across components, and count every claim once or from both sides', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const { groups: found, alone } = groups(buildRandomGraph(random))
        const all = [...found.flatMap(({ members }) => members), ...alone]
        expect(all.toSorted()).toEqual(random.types.map((_, index) => `n${index}`).toSorted())
        const components = naiveComponents(random)
        for (const { members } of found) {
          expect(components.some((one) => members.every((id) => one.includes(id)))).toBe(true)
        }
        const inside = found.reduce((sum, group) => sum + group.inside, 0)
        const outside = found.reduce((sum, group) => sum + group.outside, 0)
        const edges = random.edges.filter(({ source, target }) => source !== target)
        expect(inside + outside / 2).toBe(edges.length)
      }),
      runs,
    )
  })

  test('do not depend on the order in which entities and claims came', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const edges = random.edges.toReversed()
        expect(groups(buildRandomGraph({ ...random, edges }))).toEqual(
          groups(buildRandomGraph(random)),
        )
      }),
      runs,
    )
  })

  test('are two cliques that one claim ties, each named after the one with most ties', () => {
    const clique = (letter: string) =>
      ['1', '2', '3', '4'].map((n, index, all) => {
        const known = all.slice(index + 1).map((other) => `${letter}${other}`)
        return `${letter}${n}: { type: person, name: ${letter.toUpperCase()}${n}, relations: [{ knows: [${known.join(', ')}] }] }`
      })
    const graph = graphOf({
      'ontology.yaml':
        'name: Two\nentities: { person: {} }\nrelations: { knows: { symmetric: true, from: person, to: person, kind: social, says: "{source} knows {target}" } }\n',
      'all.yaml': `entities:\n  ${[...clique('a'), ...clique('b')].join('\n  ')}\n  c1: { type: person, name: C1, relations: [{ knows: [a2, a3] }, { knows: b3, confidence: possible }] }\n  d: { type: person, name: D }\n`,
    })
    const answer = groups(graph)
    expect(answer).toMatchObject({ total: 2, components: 2, alone: ['d'] })
    expect(answer.groups.map(({ centre, members }) => [centre, members])).toEqual([
      ['a2', ['a2', 'a3', 'a1', 'a4', 'c1']],
      ['b1', ['b1', 'b2', 'b3', 'b4']],
    ])
    expect(answer.groups[0]?.bridges).toMatchObject([
      { centre: 'b1', claims: 1, surest: { edge: 'b3--knows--c1', entity: 'b3' } },
    ])
    expect(groups(graph, { limit: 1 })).toMatchObject({ total: 2, groups: [{ centre: 'a2' }] })
  })
})

test('of a very large graph are those of the best connected, and say so', () => {
  const edge = (source: string, target: string, index: number) => ({
    ...{ key: `${source}--knows--${target}--${index}`, source, target, relation: 'knows' },
    ...{ kind: 'social', confidence: undefined, inferred: false, when: undefined },
  })
  const size = 60_000
  // Two stars that nothing ties; every leaf has two claims.
  const edges = Array.from({ length: size }, (_, leaf) =>
    [0, 1].map((n) => edge(`n${leaf % 2}`, `n${leaf + 2}`, n)),
  ).flat()
  const types = Array.from({ length: size + 2 }, () => 'person')
  const graph = buildRandomGraph({ types, edges })
  const answer = groups(graph, { by: 'component' })
  expect(answer).toMatchObject({ lookedAt: 5000, total: 2 })
  expect(answer.groups.map(({ centre }) => centre)).toEqual(['n0', 'n1'])
  expect(describeGroups(graph, answer)).toContain(
    'This looks at the 5000 entities with the most claims alone. "--exact" takes all 60002, and longer.',
  )
  const exact = groups(graph, { by: 'component', exact: true, limit: 1 })
  expect(exact.lookedAt).toBeUndefined()
  expect(exact.groups[0]?.members).toHaveLength(size / 2 + 1)
})

test('of a part are those of what a filter keeps', () => {
  const graph = graphOf(smallBase)
  const answer = groups(graph, readGroupsQuestion(graph, { type: ['actor'], by: 'component' }))
  expect(answer.groups.map(({ members }) => members)).toEqual([
    ['imu', 'al-qaida', 'makhdum-nusrat'],
  ])
  expect(answer.alone).toEqual(['ada', 'isaf', 'namesake'])
  expect(() => readGroupsQuestion(graph, { by: 'comunity' })).toThrow('Did you mean "community"?')
})

function naiveComponents({ types, edges }: RandomGraph): string[][] {
  let components = types.map((_, index) => [`n${index}`])
  for (const { source, target } of edges) {
    const joined = components.filter((one) => one.includes(source) || one.includes(target))
    components = [...components.filter((one) => !joined.includes(one)), joined.flat()]
  }
  return components
}

function sorted(lists: readonly (readonly string[])[]): string[] {
  return lists.map((list) => list.toSorted().join(' ')).toSorted()
}
