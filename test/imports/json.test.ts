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

test.each([
  ['no JSON', '{"nodes": [', /not JSON/],
  ['no graph', '{"bundle": 1}', /no list of "nodes"/],
  ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /not UTF-8/],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
])('%s: a message with the way out', async (_, text, message) => {
  expect(await importFiles('json', { 'bad.json': text })).toMatch(message)
})

function textOf(graph: KnowledgeGraph): string {
  return [...json.write(graph)].join('')
}
