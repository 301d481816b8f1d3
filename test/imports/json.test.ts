import { MultiGraph } from 'graphology'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { json } from '../../src/exports/json.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { expectGolden } from './expect-golden.ts'
import { importFiles, importText } from './import-text.ts'
import { saidBy } from './same-graph.ts'

test('the shipped data come back from their own export as they were', async () => {
  const { graph } = compile(await readSources('graph-data'))
  const { files, remarks } = await importText('json', textOf(graph))
  const again = compiled(files)
  expect(again.diagnostics).toEqual([])
  expect(remarks).toEqual([])
  expect(saidBy(again.graph)).toEqual(saidBy(graph))
})

test('an awkward graph comes back, minus exactly what the report says', async () => {
  const imported = await importText('json', textOf(awkwardGraph()))
  await expectGolden('json-own', imported)
  const { graph } = compiled(imported.files)
  const again = await importText('json', textOf(graph))
  expect(again.remarks).toEqual([])
  expect(saidBy(compiled(again.files).graph)).toEqual(saidBy(graph))
  const before = awkwardGraph()
  expect(graph.nodes()).toEqual(before.nodes())
  expect(graph.edges().sort()).toEqual(before.edges().sort())
})

test('a graph that graphology itself has written', async () => {
  const graph = new MultiGraph()
  graph.setAttribute('name', 'Salons of Paris')
  graph.addNode(1, { label: 'Mme de Staël', x: 1, y: 2, size: 3, color: '#ff0000', born: 1766 })
  graph.addNode('n2', { label: 'Benjamin Constant', type: 'circle', tags: ['writer', 'deputy'] })
  graph.addNode('recamier', { label: 'Juliette Récamier', nested: { not: 'carried' } })
  graph.addDirectedEdgeWithKey('e1', 1, 'n2', { label: 'wrote to', weight: 2.5, since: '1794' })
  graph.addUndirectedEdgeWithKey('e2', 'n2', 'recamier', { label: 'loved' })
  graph.addUndirectedEdgeWithKey('n2', 'recamier', 1, { label: 'knew' })
  await expectGolden('json-graphology', await importText('json', JSON.stringify(graph.export())))
})

test('what does not belong into an export of ours is told with its path, and kept where there is a place', async () => {
  const document = JSON.parse(textOf(awkwardGraph()))
  const { attributes, nodes, edges } = document
  edges[0].attributes.confidence = 'sure'
  edges[0].attributes.symmetric = 'perhaps'
  nodes[0].attributes.colour = 'blue'
  attributes.sources.bbc.reliability = 'good'
  attributes.ontology.relations.knows.from = ['zebra']
  attributes.ontology.entities.person.stix = 'hero'
  const { files, remarks } = await importText('json', JSON.stringify(document))
  const told = remarks.find(({ kind }) => kind === 'unfit-values')
  const [{ key }] = edges
  expect([told?.example, ...(told?.others ?? [])].sort()).toEqual([
    'attributes.ontology.entities.person.stix',
    'attributes.ontology.relations.knows.from: zebra',
    'attributes.sources.bbc.reliability',
    'bbc: reliability "good"',
    `edges[${key}].attributes.confidence`,
    `edges[${key}].attributes.symmetric`,
    `nodes[${nodes[0].key}].attributes.colour`,
  ])
  expect(compiled(files).graph.getEdgeAttribute(key, 'note')).toBe('confidence: sure')
  expect(files['sources/bbc.yaml']).toContain('note: "reliability: good"')
})

const ada = { name: 'Ada', type: 'person', age: 36 }
const bob = { name: 'bob' }
const tie = { relation: 'knows', since: 1833 }
const headed = { directed: true, multigraph: true, graph: { name: 'Salons', year: 1833 } }

test.each([
  [
    'networkx, links',
    {
      ...headed,
      nodes: [
        { ...ada, id: 1 },
        { ...bob, id: 'bob' },
      ],
      links: [{ ...tie, source: 1, target: 'bob', key: 0 }],
    },
  ],
  [
    'networkx, edges',
    {
      ...headed,
      nodes: [
        { ...ada, id: 1 },
        { ...bob, id: 'bob' },
      ],
      edges: [{ since: 1833, source: 1, target: 'bob', key: 'knows' }],
    },
  ],
  [
    'networkx for Cytoscape',
    {
      ...{ ...headed, data: Object.entries(headed.graph) },
      elements: {
        nodes: [
          { data: { ...ada, id: '1', value: 1 } },
          { data: { ...bob, id: 'bob', value: 'bob' } },
        ],
        edges: [{ data: { ...tie, source: 1, target: 'bob', key: 0 } }],
      },
    },
  ],
  [
    'Cytoscape',
    {
      data: headed.graph,
      elements: [
        { group: 'nodes', data: { ...ada, id: '1' }, position: { x: 1, y: 2 } },
        { group: 'nodes', data: { ...bob, id: 'bob' } },
        { group: 'edges', data: { ...tie, id: 'edge-1', source: '1', target: 'bob' } },
      ],
    },
  ],
])('a graph as others write it: %s', async (_, document) => {
  const { files, remarks } = await importText('json', JSON.stringify(document))
  expect(remarks.map(({ kind }) => kind)).toContain('left-out-graph-values')
  const { graph, diagnostics } = compiled(files)
  expect(diagnostics).toEqual([])
  expect(graph.getAttribute('name')).toBe('Salons')
  expect(graph.nodes()).toEqual(['ada', 'bob'])
  expect(graph.getNodeAttributes('ada')).toMatchObject({ label: 'Ada', type: 'person' })
  expect(graph.getNodeAttributes('ada').attributes.age).toMatchObject([{ value: 36 }])
  expect(graph.edges()).toEqual(['ada--knows--bob'])
  expect(graph.getEdgeAttributes('ada--knows--bob')).toMatchObject({
    ...{ when: '1833/', symmetric: false },
  })
})

test('nodes that are numbers, and ties without direction', async () => {
  const document = {
    directed: false,
    nodes: [{ id: [0, 1] }, { id: 7 }, { name: 'C' }],
    links: [
      { source: [0, 1], target: 7 },
      { source: 7, target: 2 },
    ],
  }
  const { files } = await importText('json', JSON.stringify(document))
  const { graph } = compiled(files)
  expect(graph.nodes()).toEqual(['c', 'thing-0-1', 'thing-7'])
  expect(graph.edges().sort()).toEqual(['c--linked-to--thing-7', 'thing-0-1--linked-to--thing-7'])
  expect(graph.everyEdge((_, { symmetric }) => symmetric)).toBe(true)
})

test('of a list, the items that are no text and no number are told', async () => {
  const nodes = [{ id: 'ada', tags: ['a', { b: 1 }, null, ''], mail: null }]
  const { remarks } = await importText('json', JSON.stringify({ nodes, links: [] }))
  expect(remarks.filter(({ kind }) => kind === 'left-out-values')).toMatchObject([
    { count: 1, example: 'ada: tags' },
  ])
})

test.each([
  ['gexf', 'json', /It looks like gexf: "dossier import gexf" reads that\.$/],
  ['csv', 'gexf', /"dossier import csv"/],
  ['graph', 'stix', /"dossier import json"/],
  ['bundle', 'json', /"dossier import stix"/],
  ['entity', 'csv', /"dossier import ftm"/],
  ['graphml', 'gexf', /It is GraphML, which is not read/],
  ['zip', 'csv', /It is a zip file/],
] as const)(
  'a file of another format tells so: %s instead of %s',
  async (kind, format, message) => {
    const files = {
      gexf: '<?xml version="1.0"?><gexf version="1.3"><graph/></gexf>',
      csv: 'id,name\n1,Ada\n',
      graph: '{"nodes": [{"id": 1}], "links": []}',
      bundle: '{"type": "bundle", "objects": []}',
      entity: '{"id": "a", "schema": "Person", "properties": {}}',
      graphml: '<graphml><graph/></graphml>',
      zip: 'PK\u0003\u0004\u0014\u0000',
    }
    expect(await importFiles(format, { 'some.file': files[kind] })).toMatch(message)
  },
)

test.each([
  ['no JSON', '{"nodes": [', /not JSON/],
  ['no graph', '{"bundle": 1}', /neither "nodes".* nor "elements"/],
  ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /not UTF-8/],
  ['UTF-16 and no graph', Buffer.from('\ufeff{}', 'utf16le'), /no graph/],
])('%s: a message with the way out', async (_, text, message) => {
  expect(await importFiles('json', { 'bad.json': text })).toMatch(message)
})

function textOf(graph: KnowledgeGraph): string {
  return [...json.write(graph)].join('')
}
