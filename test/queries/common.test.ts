import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { common } from '../../src/queries/common.ts'
import { describeCommon } from '../../src/queries/describe-common.ts'
import { readCommonQuestion } from '../../src/queries/read-common-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, type RandomGraph, randomGraph } from './random-graph.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 300 }

describe('what two entities share is what', () => {
  test('walks of one claim, or of two over an event, lead to from both', () => {
    let found = { direct: 0, beyond: 0 }
    fc.assert(
      fc.property(randomGraph, fc.boolean(), (random, direct) => {
        const { shared } = common(withEvents(random), { first: 'n0', second: 'n1', direct })
        const chains = shared.map(({ entity, fromFirst, fromSecond }) => [
          entity,
          [fromFirst, fromSecond].map((side) => side.map((chain) => ends(chain)).sort()),
        ])
        expect(Object.fromEntries(chains)).toEqual(naiveCommon(random, direct))
        const beyond = shared.filter((each) => !each.direct).length
        found = { direct: found.direct + shared.length - beyond, beyond: found.beyond + beyond }
      }),
      { ...runs, numRuns: 1500 },
    )
    expect(found.direct).toBeGreaterThan(50)
    expect(found.beyond).toBeGreaterThan(20)
  })

  test('does not depend on which of them is named first', () => {
    fc.assert(
      fc.property(randomGraph, (random) => {
        const graph = withEvents(random)
        const there = common(graph, { first: 'n0', second: 'n1' })
        const back = common(graph, { first: 'n1', second: 'n0' })
        const turned = back.shared.map(({ fromFirst, fromSecond, ...rest }) => {
          return { ...rest, fromFirst: fromSecond, fromSecond: fromFirst }
        })
        expect(turned).toEqual(there.shared)
        expect(back.ties.map(({ edge }) => edge)).toEqual(there.ties.map(({ edge }) => edge))
      }),
      runs,
    )
  })
})

const base = {
  'ontology.yaml': `name: Voyages
entities: { person: {}, city: { transit: false }, voyage: { dated: true } }
relations:
  sailed-on: { from: person, to: voyage, kind: voyage, says: "{source} sailed on {target}" }
  led-to: { from: voyage, to: city, kind: voyage, says: "{source} led to {target}" }
  lives-in: { from: person, to: city, kind: home, says: "{source} lived in {target}" }
  knows: { symmetric: true, from: person, to: person, kind: social, says: "{source} and {target} knew each other" }
`,
  'all.yaml': `cite: ledger#p1
entities:
  ada: { type: person, name: Ada, relations: [{ sailed-on: [first, shared] }, { knows: bob, confidence: possible }] }
  bob: { type: person, name: Bob, relations: [{ sailed-on: [second, shared] }, { lives-in: [bergen, visby] }] }
  first: { type: voyage, name: First voyage, when: 1401, relations: [{ led-to: bergen }] }
  second: { type: voyage, name: Second voyage, when: 1402, relations: [{ led-to: bergen }] }
  shared: { type: voyage, name: Shared voyage, when: 1403, relations: [{ led-to: visby }] }
  bergen: { type: city, name: Bergen }
  visby: { type: city, name: Visby }
`,
  'sources/ledger.yaml': 'title: Ledger\nparagraphs: 3\n',
}
const graph = graphOf(base)

describe('in words', () => {
  test('with what ties them, what both are tied to, and what they share through events', () => {
    expect(told({})).toMatchInlineSnapshot(`
      "Ada and Bob share 2 entities.

      1 claim ties them to each other:

        Ada and Bob knew each other.
          ada--knows--bob [ledger#p1]
          Possible.

      Both are tied to:

        Shared voyage (Voyage)
          Ada sailed on Shared voyage, in 1403.
            ada--sailed-on--shared [ledger#p1]
          Bob sailed on Shared voyage, in 1403.
            bob--sailed-on--shared [ledger#p1]

      Through events they share:

        Bergen (City)
          Ada sailed on First voyage, in 1401.
            ada--sailed-on--first [ledger#p1]
          First voyage led to Bergen, in 1401.
            first--led-to--bergen [ledger#p1]
          Bob lived in Bergen.
            bob--lives-in--bergen [ledger#p1]"
    `)
  })

  test('the types that are asked for are those of what is shared', () => {
    expect(told({ type: ['city'] })).toContain('Ada and Bob share 1 entity.')
    expect(told({ type: ['city'], direct: true })).toContain('Ada and Bob share nothing.')
  })

  test('a cut is told', () => {
    expect(told({ limit: 1 })).toContain('\n\n1 more is left out; --limit shows more than 1.')
  })
})

test('of one entity is a wrong question', () => {
  expect(() => readCommonQuestion(graph, 'ada', 'Ada')).toThrow(
    '"ada" and "Ada" are one entity. Name two to see what they share.',
  )
})

function told(options: Parameters<typeof readCommonQuestion>[3]): string {
  return describeCommon(graph, common(graph, readCommonQuestion(graph, 'ada', 'bob', options)))
}

/** People are the events, because there are many. */
function withEvents(random: RandomGraph): KnowledgeGraph {
  const graph = buildRandomGraph(random)
  const ontology = structuredClone(graph.getAttribute('ontology'))
  if (ontology.entities.person) ontology.entities.person.dated = true
  graph.setAttribute('ontology', ontology)
  return graph
}

function ends(chain: readonly { readonly edge: string; readonly entity: string }[]): string {
  // Of several claims between an event and another entity one stands for all: the others do not make other chains.
  return chain.length === 1 ? (chain[0]?.edge ?? '') : chain.map(({ entity }) => entity).join(' ')
}

function naiveCommon({ types, edges }: RandomGraph, direct: boolean) {
  const steps = (from: string) =>
    edges
      .filter(({ source, target }) => source !== target && [source, target].includes(from))
      .map(({ key, source, target }) => ({ key, to: source === from ? target : source }))
      .filter(({ to }) => to !== 'n0' && to !== 'n1')
  const isNear = (from: string, to: string) => steps(from).some((step) => step.to === to)
  const nodes = types.map((_, index) => `n${index}`).filter((node) => !'n0 n1'.includes(node))
  const events = direct
    ? []
    : nodes.filter(
        (node) =>
          types[Number(node.slice(1))] === 'person' && !(isNear('n0', node) && isNear('n1', node)),
      )
  const chainsTo = (from: string, to: string) =>
    isNear(from, to)
      ? steps(from)
          .filter((step) => step.to === to)
          .map(({ key }) => key)
      : events
          .filter((event) => isNear(from, event) && isNear(event, to))
          .map((event) => `${event} ${to}`)
  return Object.fromEntries(
    nodes
      .map((node) => [node, ['n0', 'n1'].map((end) => chainsTo(end, node).sort())] as const)
      .filter(([, sides]) => sides.every((side) => side.length > 0)),
  )
}
