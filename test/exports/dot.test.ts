import { instance, type Viz } from '@viz-js/viz'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { dot } from '../../src/exports/dot/dot.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readXml } from './read-xml.ts'

// Graphviz itself, compiled for JavaScript.
let graphviz: Viz
beforeAll(async () => {
  graphviz = await instance()
})

test('the file reads well in a diff', async () => {
  await expect(written(awkwardGraph())).toMatchFileSnapshot('golden/awkward.dot')
})

test('Graphviz has every node and every edge, with its ends and its key', () => {
  const graph = awkwardGraph()
  const { objects = [], edges = [] } = read(written(graph))
  expect(objects.map(({ name }) => name)).toEqual(graph.nodes())
  const arrived = edges.map(({ id, tail, head }) => [id, objects[tail]?.name, objects[head]?.name])
  expect(arrived.sort()).toEqual(graph.mapEdges((key, _, from, to) => [key, from, to]).sort())
})

test('a symmetric relation has no direction, and doubt has dashes', () => {
  const edges = new Map(read(written(awkwardGraph())).edges?.map((edge) => [edge.id, edge]))
  expect(edges.get('ada--knows--bob')).toMatchObject({ dir: 'none' })
  expect(edges.get('ada--leads--imu')).not.toHaveProperty('dir')
  expect(edges.get('ada--leads--imu')).not.toHaveProperty('style')
  expect(edges.get('bob--leads--imu--2')).toMatchObject({ style: 'dashed' })
  expect(edges.get('raid--in--town')).toMatchObject({ style: 'dotted' })
})

test('what is not drawn is counted', () => {
  const counts = dot.losses(awkwardGraph()).map(({ kind, count }) => [kind, count])
  expect(Object.fromEntries(counts)).toEqual({
    'types-as-looks': 12,
    'summaries-left-out': 2,
    'dates-left-out': 16,
    'roles-left-out': 4,
    'speakers-left-out': 1,
    'doubts-as-lines': 3,
    'values-left-out': 16,
    'aliases-left-out': 15,
    'rivals-left-out': 4,
    'citations-left-out': 2,
    'notes-left-out': 2,
    'sources-left-out': 2,
    'identity-left-out': 1,
    'ontology-left-out': 9,
  })
})

describe('any label', () => {
  test('is drawn as it is, and adds no node, no edge and no link', () => {
    const graph = awkwardGraph()
    for (const node of graph.nodes()) if (!['ada', 'imu'].includes(node)) graph.dropNode(node)
    fc.assert(
      fc.property(anyText, (text) => {
        graph.setNodeAttribute('ada', 'label', text)
        graph.setEdgeAttribute('ada--leads--imu', 'label', text)
        graph.setAttribute('name', text)
        const file = written(graph)
        expect(read(file).objects?.map(({ name }) => name)).toEqual(['ada', 'imu'])
        const elements = readXml(draw(file, 'svg'))
        expect(elements.filter(({ name }) => name === 'a')).toEqual([])
        const shown = elements
          .filter(({ name, around }) => name === 'text' && isNode(around, 'node1'))
          .map((element) => element.text)
        if (/[^\s\p{C}\p{M}]/u.test(text)) expect(words(shown.join(' '))).toEqual(words(text))
      }),
      { numRuns: 300 },
    )
  })
})

function isNode(around: readonly { attributes: Readonly<Record<string, string>> }[], id: string) {
  return around.some(({ attributes }) => attributes.id === id)
}

/** Graphviz may draw white space in its own way. */
function words(text: string): string[] {
  return text
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
}

function written(graph: KnowledgeGraph): string {
  return [...dot.write(graph)].join('')
}

interface Drawn {
  readonly objects?: readonly { readonly name: string }[]
  readonly edges?: readonly { readonly id: string; readonly tail: number; readonly head: number }[]
}

function read(file: string): Drawn {
  return JSON.parse(draw(file, 'dot_json'))
}

function draw(file: string, format: string): string {
  const { output, errors } = graphviz.render(file, { format })
  expect(errors.filter(({ level }) => level === 'error')).toEqual([])
  return output ?? ''
}
