import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cypherLosses } from '../../src/exports/cypher/cypher-losses.ts'
import { writeCypher } from '../../src/exports/cypher/write-cypher.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { textWith } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readCypher, skeletonOf } from './read-cypher.ts'

test('the script reads well in a diff', async () => {
  await expect(cypher(awkwardGraph())).toMatchFileSnapshot('golden/awkward.cypher')
})

test('what is lost is counted, and nothing else', () => {
  const graph = awkwardGraph()
  const ontology = {
    kind: 'ontology-left-out',
    count: 9,
    example: 'person',
    what: 'types and relations of the ontology are there by name only',
  }
  expect(cypherLosses(graph)).toEqual([
    ontology,
    {
      kind: 'replaced-characters',
      count: 5,
      example: 'lone',
      what: 'halves of characters, which no file can hold, became U+FFFD',
    },
  ])
  graph.setNodeAttribute('town', 'start', '+1234567890-01-01')
  expect(cypherLosses(graph)).toMatchObject([{ kind: 'dates-left-out', example: 'town' }, {}, {}])
  graph.removeNodeAttribute('town', 'start')
  graph.setNodeAttribute('lone', 'label', 'whole')
  graph.setEdgeAttribute('raid--in--town', 'inferred', 'whole')
  expect(cypherLosses(graph)).toEqual([ontology])
})

const traps = [
  "'}] AS row MATCH (n) DETACH DELETE n; //",
  "\\' }) DETACH DELETE n; //",
  '\\u0027 }] AS row MATCH (n) DETACH DELETE n //',
  '\\u005c',
  '`]->() DELETE r //',
  '*/',
  ';\n',
]

test('any text reads back equal and adds nothing, even where \\u is resolved before anything else', () => {
  const plain = skeletonOf(cypher(named('x')))
  fc.assert(
    fc.property(textWith(...traps), (text) => {
      const script = cypher(named(text))
      expect(skeletonOf(script)).toBe(plain)
      const whole = text.replace(/\p{Surrogate}/gu, '\ufffd')
      const texts = readCypher(script).flatMap((one) => ('text' in one ? [one.text] : []))
      expect(texts.filter((one) => one === `[${whole}]`)).toHaveLength(4)
      const early = script.replace(/\\u([0-9a-f]{4})/gi, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      expect(skeletonOf(early.replaceAll('\0', ''))).toBe(plain)
    }),
    { numRuns: 500 },
  )
})

test('any name in the ontology is one label, relationship type or property, and each its own', () => {
  fc.assert(
    fc.property(textWith(...traps), textWith('a-1', 'a1', 'entity', 'Source'), (one, other) => {
      fc.pre(one !== other)
      const graph = awkwardGraph()
      graph.mergeNodeAttributes('ada', { type: one, types: [one, 'thing'] })
      graph.mergeNodeAttributes('bob', { type: other, types: [other, 'thing'] })
      const script = cypher(graph)
      const labels = [...script.matchAll(/^SET n = row, n:`(\w+)`:`Thing`;$/gm)].map(
        ([, label]) => label,
      )
      expect(new Set(labels).size).toBe(labels.length)
      expect(labels).toHaveLength(new Set(graph.mapNodes((_, { type }) => type)).size)
    }),
  )
})

test('a statement holds a bounded number of rows, and the writer hands out bounded chunks', () => {
  const graph = awkwardGraph()
  const ada = graph.getNodeAttributes('ada')
  for (let number = 0; number < 2000; number++) graph.addNode(`ada-${number}`, ada)
  const statements = cypher(graph).split(';\n')
  expect(statements.length).toBeGreaterThan(10)
  expect(Math.max(...statements.map(({ length }) => length))).toBeLessThan(55_000)
  const chunks = [...writeCypher(graph)].map(({ length }) => length)
  expect(Math.max(...chunks)).toBeLessThan(90_000)
})

/** The awkward graph with one text in four places, in brackets that let it be found. */
function named(text: string): KnowledgeGraph {
  const graph = awkwardGraph()
  const label = `[${text}]`
  graph.setAttribute('name', label)
  graph.mergeNodeAttributes('ada', { label, aliases: [label] })
  graph.setEdgeAttribute('ada--leads--imu', 'role', label)
  const { bbc, lwj } = graph.getAttribute('sources')
  if (bbc && lwj) graph.setAttribute('sources', { bbc: { ...bbc, title: label }, lwj })
  return graph
}

function cypher(graph: KnowledgeGraph): string {
  return [...writeCypher(graph)].join('')
}
