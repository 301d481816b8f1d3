import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import { beforeAll, describe, expect, test } from 'vitest'
import { gexfLosses } from '../../src/exports/gexf/gexf-losses.ts'
import type { GexfOptions } from '../../src/exports/gexf/write-gexf.ts'
import { writeGexf } from '../../src/exports/gexf/write-gexf.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { readXml } from '../exports/read-xml.ts'
import { xmlText } from '../exports/xml-text.ts'
import {
  type Bounds,
  type GephiGraph,
  type NetworkxGraph,
  readWithGephi,
  readWithNetworkx,
  run,
  validate,
} from './readers.ts'

// The grammar of GEXF 1.3 lies beside the project. On a machine without it the test says that it did not run.
const grammar = '../shared/data/gexf-1.3/gexf.rng'

interface Sample {
  readonly name: string
  readonly file: string
  readonly options: GexfOptions
  readonly make: (file: string) => KnowledgeGraph
}

const samples: readonly Sample[] = [
  { name: 'own data', file: '.peers/own.gexf', options: {}, make: exportOwn([]) },
  {
    name: 'own data, lossless',
    file: '.peers/own-lossless.gexf',
    options: { lossless: true },
    make: exportOwn(['--lossless']),
  },
  {
    name: 'own data, static',
    file: '.peers/own-static.gexf',
    options: { static: true },
    make: exportOwn(['--static']),
  },
  { name: 'awkward', file: 'test/exports/golden/awkward.gexf', options: {}, make: awkwardGraph },
  {
    name: 'awkward, lossless',
    file: 'test/exports/golden/awkward-lossless.gexf',
    options: { lossless: true },
    make: awkwardGraph,
  },
  {
    name: 'awkward, static',
    file: '.peers/awkward-static.gexf',
    options: { static: true },
    make: (file) => {
      writeFileSync(file, [...writeGexf(awkwardGraph(), { static: true })].join(''))
      return awkwardGraph()
    },
  },
]

describe.each(samples)('$name', ({ file, options, make }) => {
  let graph: KnowledgeGraph
  let networkx: NetworkxGraph
  let gephi: GephiGraph
  let expectedSize: number

  beforeAll(() => {
    graph = make(file)
    networkx = readWithNetworkx(file)
    gephi = readWithGephi(file)
    const merged = gexfLosses(graph, options).find(({ kind }) => kind === 'merged-stints')
    expectedSize = graph.size - (merged?.count ?? 0)
  })

  test('the file is valid GEXF 1.3', ({ skip }) => {
    const isMissing = !existsSync(grammar)
    skip(isMissing && !process.env.CI, `There is no RelaxNG at ${grammar}: nothing was validated.`)
    expect(existsSync(grammar), `${grammar} is there`).toBe(true)
    expect(validate(grammar, file)).toEqual([])
  })

  test('networkx has every node with its label and look, and every edge', () => {
    expect(networkx.directed).toBe(true)
    expect(labels(networkx.nodes)).toEqual(expectedLabels(graph))
    expect(networkx.edges).toHaveLength(expectedSize)
    for (const { id, source, target, ...data } of networkx.edges) {
      expect([source, target]).toEqual(graph.extremities(id))
      expect(data.Relation).toBe(graph.getEdgeAttribute(id, 'relation'))
    }
    for (const { id, viz } of networkx.nodes) {
      const { color = '', x = 0, y = 0, size = 0 } = graph.getNodeAttributes(id)
      const [r, g, b] = rgb(color)
      expect(viz).toEqual({ color: { r, g, b, a: 1 }, size, position: { x, y, z: 0 } })
    }
  })

  test('Gephi has nothing to complain about', () => {
    expect(gephi.issues.filter(({ level }) => level !== 'INFO')).toEqual([])
    expect(gephi.issues.filter(({ message }) => /edge|merge/i.test(message))).toEqual([])
  })

  test('Gephi has every node with its label and look, and every edge with its kind', () => {
    expect(labels(gephi.nodes)).toEqual(expectedLabels(graph))
    for (const { id, color, size, x, y } of gephi.nodes) {
      const node = graph.getNodeAttributes(id)
      expect(color).toEqual(rgb(node.color ?? ''))
      for (const [told, written] of [
        [size, node.size],
        [x, node.x],
        [y, node.y],
      ]) {
        expect(told).toBeCloseTo(written ?? Number.NaN, 1)
      }
    }
    expect(gephi.edges).toHaveLength(expectedSize)
    for (const { id, source, target, kind, directed, weight, label } of gephi.edges) {
      expect([source, target]).toEqual(graph.extremities(id))
      const attributes = graph.getEdgeAttributes(id)
      expect([kind.replace(/#\d+$/, ''), label]).toEqual([attributes.relation, attributes.label])
      expect([directed, weight]).toEqual([true, 1])
      expect(kind.includes('#')).toBe(options.lossless === true && /--\d+$/.test(id))
    }
  })

  test('Gephi has every column with its type, and lists as lists', () => {
    const text = readFileSync(file, 'utf8')
    expect(typesById(gephi.nodeColumns)).toEqual(declaredTypes(text, 'node'))
    expect(typesById(gephi.edgeColumns)).toEqual(declaredTypes(text, 'edge'))
    for (const { id, values } of gephi.nodes) {
      const { aliases, types } = graph.getNodeAttributes(id)
      expect(values.kg_types).toEqual(types)
      expect(values.kg_aliases ?? []).toEqual(aliases)
    }
  })

  test('Gephi has the time of every node and edge, or none at all', () => {
    const timed = options.static !== true
    expect(gephi.dynamic).toBe(timed)
    expect(gephi.timeBounds).toEqual(widest(readFileSync(file, 'utf8')))
    if (timed) expectTimes(gephi, graph)
    else for (const { spells } of [...gephi.nodes, ...gephi.edges]) expect(spells).toEqual([])
  })
})

function exportOwn(flags: readonly string[]) {
  return (file: string): KnowledgeGraph => {
    run('node', ['dist/bin/dossier.js', 'export', 'gexf', '-o', file, ...flags])
    run('node', ['dist/bin/dossier.js', 'export', 'json', '-o', '.peers/own.json'])
    return MultiDirectedGraph.from(JSON.parse(readFileSync('.peers/own.json', 'utf8')))
  }
}

function labels(nodes: readonly { id: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(nodes.map(({ id, label }) => [id, label]))
}

function expectedLabels(graph: KnowledgeGraph): Record<string, string> {
  return Object.fromEntries(graph.mapNodes((node, { label }) => [node, xmlText(label)]))
}

function rgb(color: string): number[] {
  return [...color.matchAll(/[0-9a-f]{2}/g)].map(([channel]) => Number.parseInt(channel, 16))
}

const gephiTypes: Readonly<Record<string, string>> = {
  string: 'String',
  boolean: 'Boolean',
  integer: 'Integer',
  double: 'Double',
  liststring: 'String[]',
}

function typesById(columns: GephiGraph['nodeColumns']): Record<string, string> {
  return Object.fromEntries(columns.map(({ id, type }) => [id, type]))
}

function declaredTypes(text: string, kind: string): Record<string, string> {
  const columns = readXml(text).filter(
    ({ name, around }) => name === 'attribute' && around.at(-1)?.attributes.class === kind,
  )
  return Object.fromEntries(
    columns.map(({ attributes: { id = '', type = '' } }) => [id, gephiTypes[type] ?? '']),
  )
}

interface Dated {
  readonly start?: string
  readonly end?: string
}

/** As Gephi should have it: nothing for what has no bounds within the years of its calendar. */
function spellsOf(dated: Dated): (number | null)[][] {
  const spell = [dated.start, dated.end].map(milliseconds)
  return spell.every((bound) => bound === null) ? [] : [spell]
}

function milliseconds(day: string | undefined): number | null {
  return day === undefined || !/^\d{4}-/.test(day) ? null : Date.parse(day)
}

function stintsOf(graph: KnowledgeGraph, edge: string): EdgeAttributes[] {
  const { relation } = graph.getEdgeAttributes(edge)
  return graph
    .mapEdges(...graph.extremities(edge), (_, attributes) => attributes)
    .filter((attributes) => attributes.relation === relation)
}

function expectTimes(gephi: GephiGraph, graph: KnowledgeGraph): void {
  expect(gephi).toMatchObject({ timeFormat: 'DATE', timeZone: 'UTC' })
  for (const { id, spells } of gephi.nodes) {
    expect(spells).toEqual(spellsOf(graph.getNodeAttributes(id)))
  }
  for (const { id, spells, values } of gephi.edges) {
    if (values.kg_stints !== undefined) expectCovered(stintsOf(graph, id), spells)
    else expect(spells).toEqual(spellsOf(graph.getEdgeAttributes(id)))
  }
}

/** An edge without spells holds at any time; otherwise each of its stints lies within one of them. */
function expectCovered(stints: readonly Dated[], spells: readonly Bounds[]): void {
  for (const { start, end } of stints) {
    const [first, last] = [milliseconds(start) ?? -Infinity, milliseconds(end) ?? Infinity]
    const covered = spells.some(
      ([from, to]) => (from ?? -Infinity) <= first && last <= (to ?? Infinity),
    )
    expect(spells.length === 0 || covered).toBe(true)
  }
}

/** The first and the last day that the file names, as milliseconds. */
function widest(text: string): (number | null)[] {
  const days = readXml(text).flatMap(({ attributes: { start, end } }) => [start, end])
  const moments = days.flatMap((day) => milliseconds(day) ?? [])
  return moments.length === 0 ? [null, null] : [Math.min(...moments), Math.max(...moments)]
}
