import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { writeSvg } from '../../src/exports/svg/write-svg.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { readXml } from './read-xml.ts'

const inThree = (person: number) => Math.floor(person / 600)
const groups = [0, 1, 2].map((circle) =>
  Array.from({ length: 600 }, (_, index) => `n${circle * 600 + index}`),
)

test('a picture too large for names has those of its groups over it, each once and none on another', () => {
  const named = groupsIn(crowd(1800), groups)
  expect(named.map(({ text }) => text)).toEqual(
    ['Person 0', 'Person 1200', 'Person 600'].map((name) => `${name}and 599 more`),
  )
  const [left = NaN, right = NaN, middle = NaN] = named.map(({ x }) => x)
  expect(left).toBeLessThan(middle)
  expect(middle).toBeLessThan(right)
  expect(Math.min(...named.map(({ size }) => size))).toBeGreaterThan(40)
})

test('groups are those of the graph where nobody gives others; who is not drawn is not counted', () => {
  expect(groupsIn(crowd(1800))).toEqual(groupsIn(crowd(1800), groups))
  const part = crowd(1800)
  for (const gone of ['n0', 'n1', 'n700']) part.dropNode(gone)
  expect(groupsIn(part, groups).map(({ text }) => text)).toEqual([
    'Person 1200and 599 more',
    'Person 600and 598 more',
    'Person 2and 597 more',
  ])
})

test('a picture whose names can be read has none', () => {
  expect(groupsIn(crowd(300), groups)).toEqual([])
})

/** What stands over the picture; every name is drawn twice, once as its own edge. */
function groupsIn(graph: KnowledgeGraph, given?: readonly (readonly string[])[]) {
  const elements = readXml([...writeSvg(graph, given && { groups: given })].join(''))
  const parts = elements.filter(
    ({ name, around }) => name === 'tspan' && around.at(-2)?.attributes['data-group-of'],
  )
  const groupOf = ({ around }: (typeof parts)[number]) => around.at(-2)?.attributes['data-group-of']
  return [...new Set(parts.map(groupOf))].map((group) => {
    const spans = parts.filter((part) => groupOf(part) === group)
    const shown = spans.slice(spans.length / 2)
    return {
      text: shown.map(({ text }) => text).join(''),
      x: Number(shown[0]?.attributes.x),
      size: Number(shown[0]?.attributes['font-size']),
    }
  })
}

/** Up to three circles side by side, in each of which the first knows everybody. */
function crowd(count: number): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  graph.replaceAttributes(awkwardGraph().getAttributes())
  for (let person = 0; person < count; person++) {
    const [row, column] = [Math.floor((person % 600) / 25), person % 25]
    graph.addNode(`n${person}`, {
      ...{ label: `Person ${person}`, type: 'person', types: ['person'], aliases: [] },
      ...{ unnamed: false, attributes: {}, file: 'a.yaml', line: 1, size: 6 },
      ...{ x: inThree(person) * 3000 + column * 100, y: row * 100 },
    })
  }
  for (let person = 0; person < count; person++) {
    const centre = `n${inThree(person) * 600}`
    if (centre === `n${person}`) continue
    graph.addEdgeWithKey(`n${person}--knows--${centre}`, `n${person}`, centre, {
      ...{ relation: 'knows', kind: 'social', label: 'knows', symmetric: false, citations: [] },
      ...{ saidBy: [], rivals: [], file: 'a.yaml', line: 1 },
    })
  }
  return graph
}
