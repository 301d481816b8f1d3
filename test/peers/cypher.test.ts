import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCypher } from '../../src/exports/cypher/write-cypher.ts'
import type { Evidence, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { exportOwn } from './export-own.ts'
import { type Neo4jServer, startNeo4j } from './neo4j-server.ts'

// Neo4j itself runs each script twice, and is then asked for all that it has.

const traps = [
  "'}] AS row MATCH (n) DETACH DELETE n; //",
  "\\' }) CREATE (:Trap); //",
  '\\u0027 }] AS row CREATE (:Trap) //',
  '\\\\u0027}); CREATE (:Trap);',
  '`]->() CREATE (:Trap) //',
  '*/ CREATE (:Trap);\n:exit\n',
  ';\nCREATE (:Trap);\n',
]

let server: Neo4jServer
beforeAll(async () => {
  server = await startNeo4j()
})
afterAll(() => server?.stop())

const samples: readonly { name: string; make: () => { graph: KnowledgeGraph; script: string } }[] =
  [
    { name: 'awkward', make: () => written(awkwardGraph()) },
    { name: 'hostile', make: () => written(hostileGraph()) },
    {
      name: 'own data',
      make: () => {
        const { graph, text } = exportOwn('cypher')
        return { graph, script: text }
      },
    },
  ]

describe.each(samples)('$name', ({ make }) => {
  let graph: KnowledgeGraph
  let nodes: Record<string, unknown>[]
  let edges: Record<string, unknown>[]

  beforeAll(async () => {
    const made = make()
    graph = made.graph
    await server.ask('MATCH (n) DETACH DELETE n')
    server.run(made.script)
    server.run(made.script)
    nodes = await server.ask('MATCH (n) RETURN labels(n) AS labels, properties(n) AS own')
    edges = await server.ask(`MATCH (a)-[r]->(b)
      RETURN a.id AS source, b.id AS target, type(r) AS type, properties(r) AS own`)
  })

  test('has every node with all that it says, and labels by type', () => {
    const entities = nodes.filter(({ labels }) => (labels as string[]).includes('Entity'))
    expect(byId(entities.map(({ own }) => own))).toEqual(
      Object.fromEntries(graph.mapNodes((node) => [node, expectedNode(graph, node)])),
    )
    for (const { labels, own } of entities) {
      const { types } = graph.getNodeAttributes(told(own).id as string)
      expect(labels).toEqual(expect.arrayContaining(['Entity', ...types.map(inPascalCase)]))
      expect(labels).toHaveLength(types.length + 1)
    }
  })

  test('has every edge with all that it says, parallel stints apart', () => {
    expect(edges).toHaveLength(graph.size)
    const found = edges.map(({ source, target, type, own }) => {
      const { key, ...rest } = told(own)
      return [key, { source, target, type, ...rest }]
    })
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(graph.mapEdges((edge) => [edge, expectedEdge(graph, edge)])),
    )
  })

  test('has the sources and the decisions on identity, and nothing else', () => {
    const { sources, identity } = graph.getAttributes()
    const found = nodes.filter(({ labels }) => (labels as string[]).includes('Source'))
    expect(byId(found.map(({ own }) => own))).toEqual(
      Object.fromEntries(
        Object.entries(sources).map(([id, source]) => [id, whole({ id, ...source })]),
      ),
    )
    expect(nodes).toHaveLength(graph.order + found.length + identity.length)
  })
})

function written(graph: KnowledgeGraph) {
  return { graph, script: [...writeCypher(graph)].join('') }
}

/** Wherever text can stand, there is a trap. */
function hostileGraph(): KnowledgeGraph {
  const graph = awkwardGraph()
  graph.setAttribute('name', traps.join(' '))
  for (const [number, label] of traps.entries()) {
    const id = `trap-${number}`
    graph.addNode(id, { ...graph.getNodeAttributes('ada'), label, aliases: traps, summary: label })
    const edge = { ...graph.getEdgeAttributes('raid--killed--ada'), note: label, role: label }
    graph.addEdgeWithKey(`raid--killed--${id}`, 'raid', id, edge)
  }
  return graph
}

function told(own: unknown): Record<string, unknown> {
  const entries = Object.entries(own as Record<string, unknown>)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, /^(start|end)$/.test(name) ? dayOf(value) : value]),
  )
}

/** The driver gives years before Christ two digits more. */
function dayOf(value: unknown): string {
  return String(value).replace(/^-00(\d{4}-)/, '-$1')
}

function byId(all: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(all.map((own) => [told(own).id, told(own)]))
}

/** As the graph has it: an empty list is not said, and half a character is U+FFFD. */
function whole(said: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(said).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return JSON.parse(
    JSON.stringify(Object.fromEntries(entries), (_, value) =>
      typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
    ),
  )
}

function expectedNode(graph: KnowledgeGraph, node: string): Record<string, unknown> {
  const { label, attributes, ...said } = graph.getNodeAttributes(node)
  const claims = Object.entries(attributes)
  const values = claims
    .filter(([name]) => name !== 'when')
    .map(([name, all]) => {
      const list = all.map(({ value }) => value)
      const mixed = new Set(list.map((value) => typeof value)).size > 1
      return [inCamelCase(name), list.length === 1 ? list[0] : mixed ? list.map(String) : list]
    })
  return whole({
    id: node,
    name: label,
    ...said,
    ...Object.fromEntries(values),
    claims: claims.flatMap(([attribute, all]) =>
      all.map((claim) => JSON.stringify({ attribute, ...claim })),
    ),
  })
}

function expectedEdge(graph: KnowledgeGraph, edge: string): Record<string, unknown> {
  const { rivals, ...said } = graph.getEdgeAttributes(edge)
  return whole({
    source: graph.source(edge),
    target: graph.target(edge),
    type: said.relation.toUpperCase().replaceAll('-', '_'),
    ...said,
    ...expectedCitations(said),
    rivals: rivals.map((rival) => JSON.stringify(rival)),
  })
}

function expectedCitations({ citations }: Pick<Evidence, 'citations'>) {
  const quoted = citations.some(({ quote }) => quote !== undefined)
  return {
    citations: citations.map(({ source, at }) => (at === undefined ? source : `${source}#${at}`)),
    sources: [...new Set(citations.map(({ source }) => source))],
    quotes: quoted ? citations.map(({ quote }) => quote ?? '') : undefined,
  }
}

function inPascalCase(id: string): string {
  return id.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase())
}

/** The awkward graph has an attribute that bears the name of one of Dossier's own properties. */
function inCamelCase(id: string): string {
  return id === 'aliases'
    ? 'aliases_2'
    : id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
