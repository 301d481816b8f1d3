import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { componentsOf } from '../../src/graph/layout-components.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'

test('an empty graph stays empty and one node stands at the origin', () => {
  const empty = graphOf([], [])
  layoutGraph(empty)
  expect(empty.order).toBe(0)

  expect([...picture(graphOf(['only'], [])).values()]).toMatchObject([{ x: 0, y: 0 }])
})

test('the picture depends on the graph alone, not on the order of insertion', () => {
  const { nodes, edges } = community(80)
  const once = picture(graphOf(nodes, edges))
  expect(picture(graphOf(nodes, edges))).toEqual(once)
  expect(picture(graphOf(nodes.toReversed(), edges.toReversed()))).toEqual(once)
})

test('a picture of 80 nodes has the shape of a screen, and room for a label beside every disc', () => {
  const { nodes, edges } = community(80)
  const discs = [...picture(graphOf(nodes, edges)).values()]
  for (const [index, a] of discs.entries()) {
    for (const b of discs.slice(index + 1)) {
      const [across, down] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)]
      expect(Math.hypot(across, down)).toBeGreaterThan(a.size + b.size)
      expect(across > 150 || down > 15).toBe(true)
    }
  }
  const { width, height } = extentOf(discs)
  expect(width / height).toBeGreaterThan(1.2)
  expect(width / height).toBeLessThan(2.2)
})

test.each([2, 3, 5, 300, 1500])(
  'every coordinate of a chain of %i is a short finite number',
  (n) => {
    const nodes = Array.from({ length: n }, (_, index) => `n${index}`)
    const edges = nodes.slice(1).map((node, index): Edge => [nodes[index] ?? '', node])
    const places = [...picture(graphOf(nodes, edges)).values()]
    for (const { x, y, size } of places) {
      for (const number of [x, y, size]) expect(String(number)).toMatch(/^-?\d+(\.\d{1,2})?$/)
    }
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(n)
  },
)

test('whatever is tied to what, every node has a place, also those that are tied to the same others', () => {
  const found: Edge[] = [
    ['ada', 'report'],
    ['ada', 'aada'],
    ['raid', 'aada'],
    ['report', 'bob'],
    ['aada', 'report'],
    ['nobody', 'aada'],
    ['zoo', 'bob'],
    ['zoo', 'report'],
  ]
  expectPlaces(['aada', 'ada', 'bob', 'nobody', 'raid', 'report', 'zoo'], found)
  const ends = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), {
    ...{ minLength: 2, maxLength: 14, selector: ([a, b]) => a * 10 + b },
  })
  fc.assert(
    fc.property(ends, (pairs) => {
      const names = Array.from({ length: 10 }, (_, index) => `n${index}`)
      expectPlaces(
        names,
        pairs.flatMap(([a, b]): Edge[] => (a === b ? [] : [[names[a] ?? '', names[b] ?? '']])),
      )
    }),
    { numRuns: 300 },
  )
})

test('two whom only rounding parts throw nobody out: an entity with its neighbours is no line', () => {
  const names = Array.from({ length: 18 }, (_, index) => `n${String(index).padStart(2, '0')}`)
  const centre = 'n03'
  const around = names.filter((name) => name !== centre)
  const edges = around.map((name): Edge => [centre, name])
  const places = [...picture(graphOf(names, [...edges, ['n04', 'n15']])).values()]
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
  const [width, height] = [extent(places.map(({ x }) => x)), extent(places.map(({ y }) => y))]
  expect(height).toBeGreaterThan(width / 3)
})

function expectPlaces(nodes: readonly string[], edges: readonly Edge[]): void {
  const places = [...picture(graphOf([...nodes], [...edges])).values()]
  expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
}

test('components stand beside each other', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'alone', 'apart']
  const triangles: Edge[] = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['d', 'e'],
    ['e', 'f'],
    ['f', 'd'],
  ]
  const places = picture(graphOf(nodes, triangles))
  const boxes = [['a', 'b', 'c'], ['d', 'e', 'f'], ['alone'], ['apart']].map((members) =>
    extentOf(members.map((node) => places.get(node) ?? { x: Number.NaN, y: Number.NaN })),
  )
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const across = a.left > b.right || b.left > a.right
      const down = a.top > b.bottom || b.top > a.bottom
      expect(across || down).toBe(true)
    }
  }
})

test('parallel edges are one tie, a tie to a place is a weak one, and a self loop is none', () => {
  const edges: Edge[] = [
    ['a', 'b'],
    ['b', 'a'],
    ['b', 'town'],
    ['a', 'a'],
  ]
  const typeOf = (node: string) => (node === 'town' ? 'place' : 'person')
  expect(componentsOf(graphOf(['town', 'b', 'a'], edges, typeOf))).toEqual([
    {
      nodes: ['a', 'b', 'town'],
      ties: [
        { source: 'a', target: 'b', weight: 1 },
        { source: 'b', target: 'town', weight: expect.closeTo(0.2) },
      ],
    },
  ])
})

test('colour follows the type; size follows the number of edges, less for events and places', () => {
  const edges: Edge[] = ['a', 'b', 'c', 'raid', 'town'].map((node) => ['hub', node])
  edges.push(['a', 'b'])
  const typeOf = (node: string) => ({ raid: 'raid', town: 'place' })[node] ?? 'person'
  const discs = picture(graphOf(['hub', 'a', 'b', 'c', 'raid', 'town'], edges, typeOf))
  const size = (node: string) => discs.get(node)?.size ?? Number.NaN
  expect(discs.get('hub')?.color).toBe('#aa0000')
  expect(discs.get('town')?.color).toBe('#00aa00')
  expect(size('hub')).toBeGreaterThan(size('a'))
  expect(size('a')).toBeGreaterThan(size('c'))
  expect(size('c')).toBeGreaterThan(size('raid'))
  expect(size('raid')).toBe(size('town'))
  for (const { size } of discs.values()) expect(size).toBeGreaterThanOrEqual(4)
})

type Edge = [string, string]
interface Disc {
  x: number
  y: number
  size: number
  color: string
}

function picture(graph: KnowledgeGraph): ReadonlyMap<string, Disc> {
  layoutGraph(graph)
  const discs = graph.mapNodes(
    (node, { x = Number.NaN, y = Number.NaN, size = Number.NaN, color = '' }): [string, Disc] => [
      node,
      { x, y, size, color },
    ],
  )
  return new Map(discs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Four circles of people with spokes, chords between the circles, and a place that knows many. */
function community(count: number): { nodes: string[]; edges: Edge[] } {
  const nodes = Array.from({ length: count }, (_, index) => `person-${index}`)
  const at = (index: number) => nodes[index % count] ?? ''
  const edges = nodes.flatMap((node, index): Edge[] => {
    const hub = at(Math.floor(index / 20) * 20)
    const spoke: Edge[] = hub === node ? [] : [[hub, node]]
    return index % 7 === 0 ? [...spoke, [node, at(index + 27)]] : spoke
  })
  for (let index = 0; index < count; index += 20) edges.push([at(index), at(index + 20)])
  return { nodes, edges }
}

function extentOf(points: readonly { x: number; y: number }[]) {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ]
  return { left, right, top, bottom, width: right - left, height: bottom - top }
}

function graphOf(
  nodes: readonly string[],
  edges: readonly Edge[],
  typeOf: (node: string) => string = () => 'person',
): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  const type = (label: string, colour: string) => ({
    label,
    types: [label],
    abstract: false,
    dated: false,
    transit: true,
    colour,
  })
  graph.setAttribute('ontology', {
    entities: {
      person: type('person', '#aa0000'),
      raid: { ...type('raid', '#0000aa'), dated: true },
      place: { ...type('place', '#00aa00'), transit: false },
    },
    relations: {},
  })
  const place = { file: 'a.yaml', line: 1 }
  for (const node of nodes) {
    const type = typeOf(node)
    graph.addNode(node, {
      label: node,
      type,
      types: [type],
      aliases: [],
      unnamed: false,
      attributes: {},
      ...place,
    })
  }
  for (const [source, target] of edges) {
    graph.addEdgeWithKey(`${source}--knows--${target}`, source, target, {
      relation: 'knows',
      kind: 'social',
      label: 'knows',
      symmetric: false,
      citations: [],
      saidBy: [],
      rivals: [],
      ...place,
    })
  }
  return graph
}
