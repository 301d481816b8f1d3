import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, test } from 'vitest'
import { gexfLosses } from '../../src/exports/gexf/gexf-losses.ts'
import { type GexfOptions, writeGexf } from '../../src/exports/gexf/write-gexf.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { xmlText } from './xml-text.ts'

test('the file reads well in a diff', async () => {
  await expect(gexf(awkwardGraph())).toMatchFileSnapshot('golden/awkward.gexf')
})

test('the lossless file reads well in a diff', async () => {
  await expect(gexf(awkwardGraph(), { lossless: true })).toMatchFileSnapshot(
    'golden/awkward-lossless.gexf',
  )
})

describe.each<GexfOptions>([{}, { lossless: true }, { static: true }])('%o', (options) => {
  test('graphology reads every node and edge with its label', () => {
    const graph = awkwardGraph()
    const read = parse(MultiDirectedGraph, gexf(graph, options))
    expect(read.nodes().sort()).toEqual(graph.nodes().sort())
    for (const { node, attributes } of graph.nodeEntries()) {
      // Graphology takes an empty label for none.
      expect(read.getNodeAttribute(node, 'label') ?? '').toBe(xmlText(attributes.label))
    }
    const merged = countOf(graph, 'merged-stints', options)
    expect(read.size).toBe(graph.size - merged)
    for (const { edge, attributes, source, target } of read.edgeEntries()) {
      const [from, relation, to] = edge.split('--')
      expect([source, attributes.kg_relation, target]).toEqual([from, relation, to])
    }
  })

  test('no two edges share source, target and kind, which readers would merge', () => {
    const edges = elementsOf(gexf(awkwardGraph(), options), 'edge')
    const ties = edges.map(({ source, target, kind }) => `${source} ${target} ${kind}`)
    expect(new Set(ties).size).toBe(edges.length)
  })

  test.each(['node', 'edge'])(
    '%s columns have safe ids, each once, and values name only them',
    (kind) => {
      const elements = readXml(gexf(awkwardGraph(), options))
      const ids = elements
        .filter(
          ({ name, around }) => name === 'attribute' && around.at(-1)?.attributes.class === kind,
        )
        .map(({ attributes }) => attributes.id)
      const used = elements
        .filter(
          ({ name, around }) => name === 'attvalue' && around.some((one) => one.name === kind),
        )
        .map(({ attributes }) => attributes.for)
      for (const id of ids) expect(id).toMatch(/^(kg|attr)_[a-z0-9_-]+$/)
      expect(new Set(ids).size).toBe(ids.length)
      expect(used.length).toBeGreaterThan(0)
      expect(ids).toEqual(expect.arrayContaining(used))
    },
  )
})

test('stints become spells that do not overlap, and open ends have no bound', () => {
  const elements = readXml(gexf(awkwardGraph()))
  const at = elements.findIndex(({ attributes }) => attributes.id === 'ada--leads--imu')
  expect(elements.slice(at + 1, at + 5)).toMatchObject([
    { name: 'spells', attributes: {} },
    { name: 'spell', attributes: { start: '2001-01-01', end: '2005-12-31' } },
    { name: 'spell', attributes: { start: '2010-01-01' } },
    { name: 'attvalues' },
  ])
  expect(elements[at + 3]?.attributes).not.toHaveProperty('end')
})

test('lossless keeps stints apart under kinds of their own', () => {
  const graph = awkwardGraph()
  const edges = elementsOf(gexf(graph, { lossless: true }), 'edge')
  const kinds = new Map(edges.map(({ id, kind }) => [id, kind]))
  expect(kinds.size).toBe(graph.size)
  expect(kinds.get('ada--leads--imu')).toBe('leads')
  expect(kinds.get('ada--leads--imu--3')).toBe('leads#3')
})

test('static leaves time out of the structure and keeps its text', () => {
  const elements = readXml(gexf(awkwardGraph(), { static: true }))
  const names = elements.map(({ name }) => name)
  expect(names).not.toContain('spells')
  const graph = elements.find(({ name }) => name === 'graph')
  expect(graph?.attributes).toEqual({
    defaultedgetype: 'directed',
    idtype: 'string',
    mode: 'static',
  })
  for (const { name, attributes } of elements) {
    if (name === 'node' || name === 'edge') expect(attributes).not.toHaveProperty('start')
  }
  const texts = elements.filter(({ attributes }) => attributes.for === 'kg_when')
  expect(texts.map(({ attributes }) => attributes.value)).toContain(
    '2001/2003; 2003-06/2005; 2010/..',
  )
})

test('what is lost is counted', () => {
  const counts = (options: GexfOptions) =>
    Object.fromEntries(gexfLosses(awkwardGraph(), options).map(({ kind, count }) => [kind, count]))
  const always = {
    'rivals-as-text': 4,
    'claims-as-text': 2,
    'numbers-as-text': 1,
    'sources-left-out': 2,
    'identity-left-out': 1,
    'ontology-left-out': 9,
    'replaced-characters': 9,
  }
  expect(counts({})).toEqual({
    'merged-stints': 3,
    'united-spells': 1,
    'unbounded-spells': 1,
    'dates-left-out': 1,
    ...always,
  })
  expect(counts({ lossless: true })).toEqual({ 'dates-left-out': 1, ...always })
  expect(counts({ static: true })).toEqual({ 'merged-stints': 3, 'times-left-out': 14, ...always })
})

test('any label and alias gives well-formed XML that reads back equal', () => {
  const graph = awkwardGraph()
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint16Array().map((units) => String.fromCharCode(...units)),
    fc.uint8Array().map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      ']]>',
      '<!--',
      '&amp;',
      '&#0;',
      '\r\n',
      '\ud800',
      '\ufeff',
      '"]',
      '\\"',
      '__proto__',
    ),
  )
  fc.assert(
    fc.property(text, (label) => {
      graph.setNodeAttribute('ada', 'label', label)
      graph.setNodeAttribute('ada', 'aliases', [label])
      graph.setAttribute('name', label)
      const elements = readXml(gexf(graph))
      const ada = elements.find(({ attributes }) => attributes.id === 'ada')
      expect(ada?.attributes.label).toBe(xmlText(label))
      const aliases = elements.find(({ attributes }) => attributes.for === 'kg_aliases')
      expect(listItems(aliases)).toEqual([xmlText(label)])
    }),
    { numRuns: 500 },
  )
})

test('the writer hands out chunks of a bounded length', () => {
  const graph = awkwardGraph()
  const ada = graph.getNodeAttributes('ada')
  for (let number = 0; number < 1000; number++) graph.addNode(`ada-${number}`, ada)
  const chunks = [...writeGexf(graph)].map(({ length }) => length)
  expect(chunks.length).toBeGreaterThan(10)
  expect(Math.max(...chunks)).toBeLessThan(40_000)
  expect(Math.min(...chunks.slice(0, -1))).toBeGreaterThan(16_000)
})

function gexf(graph: KnowledgeGraph, options: GexfOptions = {}): string {
  return [...writeGexf(graph, options)].join('')
}

function elementsOf(text: string, element: string): Readonly<Record<string, string>>[] {
  return readXml(text)
    .filter(({ name }) => name === element)
    .map(({ attributes }) => attributes)
}

function countOf(graph: KnowledgeGraph, kind: string, options: GexfOptions): number {
  return gexfLosses(graph, options).find((loss) => loss.kind === kind)?.count ?? 0
}

/** The items of a list as Gephi reads them: between quotation marks, a backslash before what stands for itself. */
function listItems(element: XmlElement | undefined): string[] {
  const text = element?.attributes.value ?? ''
  return [...text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)].map(([, item = '']) =>
    item.replace(/\\([\s\S])/g, '$1'),
  )
}
