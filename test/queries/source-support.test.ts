import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterGraph } from '../../src/graph/filter-graph.ts'
import type {
  AttributeClaimAttributes,
  EdgeAttributes,
  KnowledgeGraph,
} from '../../src/graph/knowledge-graph.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { sourceCoverage } from '../../src/queries/source-coverage.ts'
import { type CitingClaim, sourceSupport } from '../../src/queries/source-support.ts'
import { speakers } from '../../src/queries/speakers.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, randomGraph } from './random-graph.ts'

const sources = ['a', 'b', 'c']
const cites = fc.array(fc.constantFrom(...sources), { maxLength: 3 })

/** Random graphs whose relations and attributes cite up to three sources, the same one perhaps twice. */
const citingGraph: fc.Arbitrary<KnowledgeGraph> = fc
  .record({
    graph: randomGraph,
    ofEdges: fc.array(cites, { minLength: 16, maxLength: 16 }),
    ofNodes: fc.array(fc.array(cites, { maxLength: 2 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ graph: random, ofEdges, ofNodes }) => {
    const graph = buildRandomGraph(random)
    const named = sources.map((id) => [id, { title: id, file: `${id}.yaml`, line: 1 }])
    graph.setAttribute('sources', Object.fromEntries(named))
    for (const [index, edge] of graph.edges().entries()) {
      graph.setEdgeAttribute(edge, 'citations', citationsOf(ofEdges[index]))
    }
    for (const [index, node] of graph.nodes().entries()) {
      const claims = (ofNodes[index] ?? []).map(attributeCiting)
      if (claims.length > 0) graph.setNodeAttribute(node, 'attributes', { rank: claims })
    }
    return graph
  })

function citationsOf(cited: readonly string[] = []) {
  return cited.map((source, index) => ({ source, at: `p${index}` }))
}

function attributeCiting(cited: readonly string[], line: number): AttributeClaimAttributes {
  const place = { file: 'nodes.yaml', line }
  return { value: line, citations: citationsOf(cited), saidBy: [], rivals: [], ...place }
}

/** Every claim with what it cites and whom it is about, as a flat list: what the oracles look at. */
function claimsIn(graph: KnowledgeGraph) {
  const edges = graph.mapEdges((edge, { citations }, from, to) => ({
    name: edge,
    about: [from, to],
    cited: citations.map(({ source }) => source),
  }))
  const values = graph.mapNodes((node, { attributes }) =>
    Object.entries(attributes).flatMap(([name, claims]) =>
      claims.map(({ line, citations }) => ({
        name: `${node}.${name}:${line}`,
        about: [node],
        cited: citations.map(({ source }) => source),
      })),
    ),
  )
  return [...edges, ...values.flat()]
}

const nameOf = (citing: CitingClaim) =>
  'edge' in citing ? citing.edge : `${citing.entity}.${citing.name}:${citing.claim.line}`
const namesOf = (claims: readonly CitingClaim[]) => claims.map(nameOf).sort()

describe('what rests on a source', () => {
  test('is what a look at every claim by itself finds', () => {
    fc.assert(
      fc.property(citingGraph, (graph) => {
        const all = claimsIn(graph)
        const { alone, shared, untold } = sourceSupport(graph, 'a')
        const falling = all.filter(({ cited }) => cited.join() !== '' && !/[bc]/.test(cited.join()))
        expect(namesOf(alone)).toEqual(falling.map(({ name }) => name).sort())
        const staying = all.filter(({ cited }) => cited.includes('a') && /[bc]/.test(cited.join()))
        expect(namesOf(shared)).toEqual(staying.map(({ name }) => name).sort())
        const isUntold = (id: string) => {
          const told = all.filter(({ about }) => about.includes(id))
          return told.length > 0 && told.every((claim) => falling.includes(claim))
        }
        expect([...untold].sort()).toEqual(graph.nodes().filter(isUntold).sort())
      }),
    )
  })

  test('falls where the filter leaves that source out, and nothing else does', () => {
    fc.assert(
      fc.property(citingGraph, fc.subarray(sources), (graph, without) => {
        const kept = claimsIn(filterGraph(graph, { withoutSources: without }))
        const names = new Set(kept.map(({ name }) => name))
        const gone = claimsIn(graph).filter(({ name }) => !names.has(name))
        const restsOnThem = ({ cited }: { cited: string[] }) =>
          cited.length > 0 && cited.every((id) => without.includes(id))
        expect(gone).toEqual(claimsIn(graph).filter(restsOnThem))
        if (without.join() !== 'a') return
        expect(gone.map(({ name }) => name).sort()).toEqual(
          namesOf(sourceSupport(graph, 'a').alone),
        )
      }),
    )
  })

  test('holds no path up where the filter leaves that source out', () => {
    fc.assert(
      fc.property(citingGraph, (graph) => {
        const filter = { withoutSources: ['a'] }
        const ends = { from: 'n0', to: 'n1', all: true, max: 3 }
        const pathsIn = (within: KnowledgeGraph, filtered: object) =>
          findPaths(within, { ...ends, ...filtered }).paths.map(({ hops }) =>
            hops.map(({ edge }) => edge),
          )
        expect(pathsIn(graph, { filter })).toEqual(pathsIn(filterGraph(graph, filter), {}))
      }),
    )
  })

  test('is as much as the coverage counts', () => {
    fc.assert(
      fc.property(citingGraph, (graph) => {
        for (const { id, claims, alone } of sourceCoverage(graph)) {
          const support = sourceSupport(graph, id)
          expect(alone).toBe(support.alone.length)
          expect(claims).toBe(support.alone.length + support.shared.length)
        }
      }),
    )
  })

  test('comes in order of entity, its attributes first, whatever the order of the graph', () => {
    const graph = graphOf({
      'ontology.yaml': `name: Test
entities: { person: { attributes: { rank: text } } }
relations: { knows: { from: person, to: person, kind: social } }
`,
      'sources/s.yaml': 'title: S\n',
      'people.yaml': `cite: s
entities:
  bob: { type: person, name: Bob, attributes: { rank: major } }
  ada: { type: person, name: Ada, attributes: { rank: captain }, relations: [{ knows: bob }] }
`,
    })
    const names = ['ada.rank:4', 'ada--knows--bob', 'bob.rank:3']
    expect(sourceSupport(graph, 's').alone.map(nameOf)).toEqual(names)
    const turned = graph.nullCopy() as KnowledgeGraph
    for (const id of graph.nodes().reverse()) turned.addNode(id, graph.getNodeAttributes(id))
    graph.forEachEdge((edge, attributes: EdgeAttributes, from, to) =>
      turned.addEdgeWithKey(edge, from, to, attributes),
    )
    expect(sourceSupport(turned, 's').alone.map(nameOf)).toEqual(names)
  })
})

test('who is quoted, from most claims to least, relations and attributes alike', () => {
  const graph = graphOf({
    'ontology.yaml': `name: Test
entities: { person: { attributes: { rank: text } } }
relations: { knows: { from: person, to: person, kind: social } }
`,
    'people.yaml': `entities:
  ada:
    type: person
    name: Ada
    attributes: { rank: { value: major, said-by: bob } }
    relations: [{ knows: bob, said-by: [cid, bob] }, { knows: cid, said-by: ada }]
  bob: { type: person, name: Bob }
  cid: { type: person, name: Cid }
`,
  })
  expect(speakers(graph)).toEqual([
    { id: 'bob', claims: 2 },
    { id: 'ada', claims: 1 },
    { id: 'cid', claims: 1 },
  ])
})
