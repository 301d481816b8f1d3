import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lightPalette } from '../../src/exports/svg/light-palette.ts'
import { svg } from '../../src/exports/svg/svg.ts'
import { writeSvg } from '../../src/exports/svg/write-svg.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { xmlText } from './xml-text.ts'

test('the file reads well in a diff', async () => {
  await expect(written(awkwardGraph())).toMatchFileSnapshot('golden/awkward.svg')
})

test('every node and every edge is drawn, with its words for the pointer', () => {
  const graph = awkwardGraph()
  const elements = readXml(written(graph))
  expect(values(elements, 'data-node')).toEqual(graph.nodes())
  expect(values(elements, 'data-edge')).toEqual(graph.edges())
  const titles = elements.filter(({ name }) => name === 'title').map(({ text }) => text)
  expect(titles).toHaveLength(1 + graph.order + graph.size)
  expect(titles).toContain('Raid killed Ada "the <first>" & \'only\', on 26 March 2012. Probable.')
})

test('a directed relation has an arrow, a symmetric one has none, and doubt has dashes', () => {
  const elements = readXml(written(awkwardGraph()))
  const paths = (edge: string) =>
    elements.filter(
      ({ name, around }) => name === 'path' && around.at(-1)?.attributes['data-edge'] === edge,
    )
  expect(paths('ada--leads--imu')).toHaveLength(2)
  expect(paths('ada--knows--bob')).toHaveLength(1)
  expect(paths('ada--leads--imu')[0]?.attributes).not.toHaveProperty('stroke-dasharray')
  expect(paths('bob--leads--imu--2')[0]?.attributes).toHaveProperty('stroke-dasharray')
  expect(paths('raid--in--town')[0]?.attributes).toHaveProperty('stroke-dasharray')
})

test('parallel edges and self loops do not lie on each other', () => {
  const elements = readXml(written(awkwardGraph()))
  const lines = elements.flatMap(({ name, attributes }) =>
    name === 'path' && attributes.fill === 'none' ? [attributes.d] : [],
  )
  expect(lines).toHaveLength(awkwardGraph().size)
  expect(new Set(lines).size).toBe(lines.length)
})

test('where lines crowd, the longer one is the fainter one, and the legend says so', () => {
  const graph = awkwardGraph()
  const look = graph.getEdgeAttributes('ada--leads--imu')
  graph.addEdgeWithKey('near', 'ada', 'imu', look)
  graph.addEdgeWithKey('far', 'ada', 'town', look)
  for (const [node, x] of [['ada', 0] as const, ['imu', 1] as const, ['town', 900] as const]) {
    graph.mergeNodeAttributes(node, { x, y: 0 })
  }
  const more = (count: number) => {
    while (graph.size < count) graph.addEdge('bob', 'raid', look)
    return readXml(written(graph))
  }
  const opacity = (elements: readonly XmlElement[], edge: string) =>
    elements.flatMap(({ name, attributes, around }) => {
      const isOf = name === 'g' && around.at(-1)?.attributes['data-edge'] === edge
      return isOf ? [Number(attributes.opacity)] : []
    })
  const told = (elements: readonly XmlElement[]) =>
    elements.some(({ text }) => text === 'Long line where lines crowd')
  const few = more(3000)
  expect([opacity(few, 'near'), opacity(few, 'far'), told(few)]).toEqual([[], [], false])
  const many = more(3001)
  expect([opacity(many, 'near'), told(many)]).toEqual([[], true])
  const [far = Number.NaN] = opacity(many, 'far')
  expect(far).toBeGreaterThan(0)
  expect(far).toBeLessThan(0.1)
})

test('a name that runs to the left lies in the same place, and ends where others begin', () => {
  const anchors = (name: string) => {
    const graph = awkwardGraph()
    graph.setNodeAttribute('imu', 'label', name)
    const of = readXml(written(graph)).filter(
      ({ name: tag, around }) =>
        tag === 'text' && around.at(-1)?.attributes['data-name-of'] === 'imu',
    )
    return of.map(({ attributes }) => [attributes.direction, attributes['text-anchor']])
  }
  const turned = { start: 'end', middle: 'middle', end: 'start' }
  const toTheRight = anchors('Abcde')
  expect(toTheRight).toHaveLength(1)
  expect(toTheRight[0]?.[0]).toBeUndefined()
  const anchor = toTheRight[0]?.[1] as keyof typeof turned
  expect(anchors('אבגדה')).toEqual([['rtl', turned[anchor]]])
})

test('a note stands below the name, above all that is drawn, and is escaped', () => {
  const plain = readXml(written(awkwardGraph()))
  const noted = readXml([...writeSvg(awkwardGraph(), { note: 'Time: <May> & June' })].join(''))
  const texts = (elements: readonly XmlElement[]) =>
    elements.filter(({ name }) => name === 'text').map(({ text }) => text)
  expect(texts(plain)).not.toContain('Time: <May> & June')
  expect(texts(noted).filter((text) => !texts(plain).includes(text))).toEqual([
    'Time: <May> & June',
  ])
  const top = (elements: readonly XmlElement[]) =>
    Number(elements[0]?.attributes.viewBox?.split(' ')[1])
  expect(top(noted)).toBe(top(plain) - 20)
})

test('every number is one', () => {
  expect(written(awkwardGraph())).not.toMatch(/NaN|Infinity|undefined/)
  const graph = awkwardGraph()
  for (const node of graph.nodes()) graph.mergeNodeAttributes(node, { x: 7, y: 7 })
  expect(written(graph)).not.toMatch(/NaN|Infinity|undefined/)
  for (const node of graph.nodes()) graph.dropNode(node)
  expect(written(graph)).not.toMatch(/NaN|Infinity|undefined/)
})

test('what is not drawn is counted', () => {
  const counts = svg.losses(awkwardGraph()).map(({ kind, count }) => [kind, count])
  expect(Object.fromEntries(counts)).toEqual({
    'shortened-names': 3,
    'dates-left-out': 1,
    'values-left-out': 16,
    'aliases-left-out': 15,
    'rivals-left-out': 4,
    'citations-left-out': 2,
    'notes-left-out': 2,
    'sources-left-out': 2,
    'identity-left-out': 1,
    'ontology-left-out': 9,
    'replaced-characters': 8,
  })
})

describe('any label', () => {
  const known = ['svg', 'title', 'desc', 'rect', 'g', 'path', 'circle', 'text', 'tspan']

  test('adds no element and no attribute, and shows as text', () => {
    const graph = awkwardGraph()
    fc.assert(
      fc.property(anyText, (text) => {
        graph.setNodeAttribute('ada', 'label', text)
        graph.setNodeAttribute('ada', 'summary', text)
        graph.setAttribute('name', text)
        const elements = readXml(written(graph))
        const strange = elements.filter(({ name }) => !known.includes(name))
        expect(strange.map(({ name }) => name)).toEqual([])
        const names = elements.flatMap(({ attributes }) => Object.keys(attributes))
        expect(names.filter((name) => /^on|href|^style$/i.test(name))).toEqual([])
        expect(elements.find(({ name }) => name === 'title')?.text).toBe(xmlText(text))
        const shown = elements.filter(
          ({ name, around }) =>
            name === 'tspan' && around.some((one) => one.attributes['data-name-of'] === 'ada'),
        )
        if (text.length < 8 && /[^\p{Cf}\p{M}\s]/u.test(text)) {
          const words = text.split(/\s+/).filter((word) => word !== '')
          expect(shown.map((line) => line.text).join(' ')).toBe(xmlText(words.join(' ')))
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('the colours are those of the light style sheet of the viewer', () => {
  const [light = ''] = readFileSync('viewer/styles/tokens.css', 'utf8').split('[data-theme')
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1]
  const { canvas, text, quietText, kinds } = lightPalette
  expect([canvas, text, quietText]).toEqual(['canvas', 'text', 'text-quiet'].map(token))
  expect(kinds).toEqual(kinds.map((_, index) => token(`kind-${index}`)))
})

function written(graph: KnowledgeGraph): string {
  return [...svg.write(graph)].join('')
}

function values(elements: readonly XmlElement[], name: string): string[] {
  return elements.flatMap(({ attributes }) => attributes[name] ?? [])
}
