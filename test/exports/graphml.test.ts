import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphml } from '../../src/exports/graphml/graphml.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { xmlText } from './xml-text.ts'

test('the file reads well in a diff', async () => {
  await expect(written(awkwardGraph())).toMatchFileSnapshot('golden/awkward.graphml')
})

test('every node and every edge is an element, with its own id', () => {
  const graph = awkwardGraph()
  const elements = readXml(written(graph))
  expect(named(elements, 'node').map(({ id }) => id)).toEqual(graph.nodes())
  expect(named(elements, 'edge')).toEqual(
    graph.mapEdges((id, _, source, target) => ({ id, source, target })),
  )
})

describe.each(['node', 'edge'])('keys of a %s', (kind) => {
  const elements = readXml(written(awkwardGraph()))
  const keys = named(elements, 'key').filter((key) => key.for === kind)

  test('have safe ids, each once, and names that readers do not use themselves', () => {
    const [ids, names] = [keys.map(({ id }) => id), keys.map((key) => key['attr.name'])]
    for (const id of ids) expect(id).toMatch(/^[ne]_[a-z0-9_-]+$/)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('id')
    expect(names).not.toContain('name')
  })

  test('are the only ones that data name', () => {
    const used = elements
      .filter(({ name, around }) => name === 'data' && around.at(-1)?.name === kind)
      .map(({ attributes }) => attributes.key)
    expect(used.length).toBeGreaterThan(0)
    expect(keys.map(({ id }) => id)).toEqual(expect.arrayContaining(used))
  })
})

test('an attribute that is called like something of the format, or of a reader, keeps its values apart', () => {
  const graph = awkwardGraph()
  const [value] = graph.getNodeAttributes('ada').attributes.rank ?? []
  if (value === undefined) throw new Error('Ada has lost her rank.')
  const attributes = { color: [value], id: [value], name: [value], X: [value] }
  graph.setNodeAttribute('ada', 'attributes', attributes)
  const keys = named(readXml(written(graph)), 'key').filter((key) => key.for === 'node')
  const names = keys.map((key) => key['attr.name'])
  expect(names).toEqual(
    expect.arrayContaining(['color', 'color (attribute)', 'id (attribute)', 'name (attribute)']),
  )
  expect(names).toContain('X (attribute)')
  for (const name of ['id', 'name', 'X']) expect(names).not.toContain(name)
})

test('what is lost is counted', () => {
  const counts = graphml.losses(awkwardGraph()).map(({ kind, count }) => [kind, count])
  expect(Object.fromEntries(counts)).toEqual({
    'rivals-as-text': 4,
    'claims-as-text': 2,
    'numbers-as-text': 1,
    'sources-left-out': 2,
    'identity-left-out': 1,
    'ontology-left-out': 9,
    'replaced-characters': 9,
  })
})

test('any label and alias gives well-formed XML, and no element of its own', () => {
  const graph = awkwardGraph()
  const count = readXml(written(graph)).length
  fc.assert(
    fc.property(anyText, (text) => {
      graph.mergeNodeAttributes('ada', { label: text, aliases: [text] })
      graph.setAttribute('name', text)
      const file = written(graph)
      expect(readXml(file)).toHaveLength(count)
      expect(file).toContain('<data key="n_label">')
    }),
    { numRuns: 300 },
  )
})

test('any text reads back as XML can hold it', () => {
  const graph = awkwardGraph()
  fc.assert(
    fc.property(anyText, (text) => {
      graph.setNodeAttribute('ada', 'label', text)
      const ada = readXml(written(graph)).find(({ attributes }) => attributes.key === 'n_label')
      expect(ada?.text).toBe(xmlText(text))
    }),
    { numRuns: 300 },
  )
})

function written(graph: KnowledgeGraph): string {
  return [...graphml.write(graph)].join('')
}

function named(elements: readonly XmlElement[], name: string): Record<string, string>[] {
  return elements.filter((element) => element.name === name).map(({ attributes }) => attributes)
}
