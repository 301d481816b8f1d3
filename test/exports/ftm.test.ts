import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ftm } from '../../src/exports/ftm/ftm.ts'
import { ftmAddress } from '../../src/exports/ftm/ftm-address.ts'
import { ftmName, ftmText } from '../../src/exports/ftm/ftm-text.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { textWith } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { mappedGraph } from './mapped-graph.ts'

test('the file reads well in a diff', async () => {
  await expect(written(mappedGraph())).toMatchFileSnapshot('golden/awkward.ftm')
})

test('entities and links are what the ontology says', () => {
  expect(entity('ada')).toMatchObject({ schema: 'Person' })
  expect(entity('imu')).toMatchObject({ schema: 'Organization' })
  expect(entity('ada--leads--imu--2')).toMatchObject({
    schema: 'Directorship',
    properties: {
      director: ['ada'],
      organization: ['imu'],
      role: ['chief'],
      startDate: ['2003-06'],
      endDate: ['2005'],
    },
  })
})

test('where the ontology says nothing, there are parties, events and unknown links', () => {
  const graph = awkwardGraph()
  expect(entity('ada', graph)).toMatchObject({ schema: 'LegalEntity' })
  expect(entity('raid', graph)).toMatchObject({ schema: 'Event' })
  expect(entity('ada--leads--imu', graph)).toMatchObject({
    schema: 'UnknownLink',
    properties: { subject: ['ada'], object: ['imu'], role: ['leads', 'deputy "chief"'] },
  })
})

test('a property of the ontology stands beside the link, at the end that has it', () => {
  expect(entity('raid')).toMatchObject({
    properties: { involved: ['ada'], addressEntity: ['town'] },
  })
  expect(entity('raid--killed--ada')).toMatchObject({
    schema: 'UnknownLink',
    properties: { proof: ['source.lwj', 'source.bbc'], date: ['2012-03-26'] },
  })
})

test('a word turns the relation round, and one that does not fit is counted', () => {
  const graph = mappedGraph()
  relation(graph, 'praises', '^Succession')
  relation(graph, 'leads', '^involved')
  expect(entity('ada--praises--bob', graph)).toMatchObject({
    schema: 'Succession',
    properties: { predecessor: ['bob'], successor: ['ada'] },
  })
  expect(entity('ada--leads--imu', graph)?.schema).toBe('UnknownLink')
  expect(counts(graph)).toMatchObject({ 'words-unfit': 5 })
})

test('a role stands where the link has a place for it, and in words where it has none', () => {
  const graph = mappedGraph()
  const role = ['=1+1']
  const link = () => entity('formula--praises--bob', graph)?.properties
  relation(graph, 'praises', 'Family')
  expect(link()).toMatchObject({ relationship: role, description: ['When: 2012?'] })
  relation(graph, 'praises', 'Succession')
  expect(link()).toMatchObject({ role, description: ['When: 2012?'] })
  relation(graph, 'praises', 'Payment')
  expect(link()).toMatchObject({ description: ['Role: =1+1\nWhen: 2012?'] })
  expect(link()).not.toHaveProperty('role')
})

test('what is lost is counted, and nothing else', () => {
  const graph = mappedGraph()
  expect(counts(graph)).toEqual({
    'name-left-out': 1,
    'ontology-left-out': 9,
    'words-missing': 1,
    'dates-as-text': 9,
    'attributes-as-text': 15,
    'evidence-as-text': 5,
    'rivals-as-text': 4,
    'tidied-texts': 23,
  })
  for (const node of ['raid', 'emoji', 'lone', 'control', 'formula', 'markup', 'diagram']) {
    graph.dropNode(node)
  }
  for (const edge of ['bob--knows--unknown', 'ada--leads--imu--3', 'bob--leads--imu--2']) {
    graph.dropEdge(edge)
  }
  graph.dropEdge('ada--praises--ada')
  graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, attributes: {} }))
  graph.mergeNodeAttributes('imu', { label: 'IMU' })
  graph.mergeNodeAttributes('bob', { label: 'Bob' })
  graph.mergeNodeAttributes('ada', { aliases: [] })
  expect(counts(graph)).toEqual({ 'name-left-out': 1, 'ontology-left-out': 9 })
  const { attributes } = graph.getNodeAttributes('ada')
  const rank = awkwardGraph().getNodeAttributes('ada').attributes.rank ?? []
  graph.mergeNodeAttributes('ada', { attributes: { ...attributes, rank: [...rank, ...rank] } })
  graph.mergeNodeAttributes('bob', { aliases: ['B', 'B'] })
  expect(counts(graph)).toMatchObject({ 'attributes-as-text': 2, 'repeated-values': 2 })
})

test.each([
  ['https://news.example', 'https://news.example/'],
  ['http://localhost/a?b', 'http://localhost/a?b'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://bücher.example/ä b', 'https://xn--bcher-kva.example/%C3%A4%20b'],
  ['https://news.x/', undefined],
])('the address %s', (address, taken) => {
  expect(ftmAddress(address)).toBe(taken)
})

test('tidying a text again changes nothing, and leaves what can be seen', () => {
  fc.assert(
    fc.property(textWith('e\u200d\u0301', '""a""', '\u00a0', '\u0085'), (text) => {
      expect(ftmText(ftmText(text))).toBe(ftmText(text))
      expect(ftmName(ftmName(text))).toBe(ftmName(text))
      expect(ftmText(`a${text}b`).length).toBeGreaterThan(1)
    }),
  )
  expect(ftmText(' First\nsecond \u{1f600} ')).toBe('First\nsecond \u{1f600}')
  expect(ftmName('"Ada\n  Lovelace"')).toBe('Ada Lovelace')
})

test('any text reads back as it is tidied, and adds nothing', () => {
  const plain = read(named('x')).map(({ id }) => id)
  fc.assert(
    fc.property(textWith('"}\n{"id":"trap","schema":"Person"}', '\n'), (text) => {
      const graph = named(text)
      const entities = read(graph)
      expect(entities.map(({ id }) => id)).toEqual(plain)
      expect(entity('imu', graph)).toMatchObject({
        properties: { name: [ftmName(`[${text}]`)], summary: [ftmText(`[${text}]`)] },
      })
    }),
    { numRuns: 500 },
  )
})

test('a key that is too long for FollowTheMoney has a short id, and stands in the record', () => {
  const graph = mappedGraph()
  const key = `ada--praises--${'b'.repeat(200)}`
  graph.addNode('b'.repeat(200), graph.getNodeAttributes('bob'))
  graph.addEdgeWithKey(key, 'ada', 'b'.repeat(200), graph.getEdgeAttributes('ada--praises--bob'))
  const link = read(graph).find(({ properties }) => properties.recordId?.[0] === key)
  expect(link?.id).toMatch(/^link\.[0-9a-f-]{36}$/)
})

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

function named(text: string): KnowledgeGraph {
  const graph = mappedGraph()
  graph.mergeNodeAttributes('imu', { label: `[${text}]`, summary: `[${text}]` })
  return graph
}

function relation(graph: KnowledgeGraph, id: string, word: string): void {
  const ontology = structuredClone(graph.getAttribute('ontology'))
  Object.assign(ontology.relations[id] ?? {}, { ftm: word })
  graph.setAttribute('ontology', ontology)
}

function counts(graph: KnowledgeGraph): Record<string, number> {
  return Object.fromEntries(ftm.losses(graph).map(({ kind, count }) => [kind, count]))
}

function entity(id: string, graph = mappedGraph()): FtmEntity | undefined {
  return read(graph).find((one) => one.id === id)
}

function read(graph: KnowledgeGraph): FtmEntity[] {
  return written(graph)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function written(graph: KnowledgeGraph): string {
  return [...ftm.write(graph)].join('')
}
