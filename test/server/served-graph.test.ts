import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { compile, openCompiler } from '../../src/compile.ts'
import { formats } from '../../src/exports/formats.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { layoutGraph, positionsIn } from '../../src/graph/layout-graph.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'
import type { GraphChange } from '../../src/server/graph-change.ts'
import { openServedGraph, type ServedGraph } from '../../src/server/served-graph.ts'
import { applyChange } from '../../viewer/data/apply-change.ts'
import { applyEdit, edit, file, sourcesOf, textsOf } from '../model/edited-bases.ts'

type Texts = ReadonlyMap<string, string>
type Places = ReadonlyMap<string, string>

/** What `dossier export json` of the same files writes. */
function cleanBuild(texts: Texts): string {
  const { graph } = compile(sourcesOf(texts))
  layoutGraph(graph)
  return [...formats.json.write(graph)].join('')
}

function wholeOf(served: ServedGraph): string {
  return served.whole().forms[0].bytes.toString()
}

function changeSince(served: ServedGraph, version: string): GraphChange | undefined {
  const asset = served.since(version)
  return asset && JSON.parse(asset.forms[0].bytes.toString())
}

function graphOf(text: string): KnowledgeGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  graph.import(JSON.parse(text))
  return graph
}

function withoutPlaces(text: string): string {
  return text.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

/** All of a graph but the order in which its nodes and edges were added. */
function contentOf(graph: KnowledgeGraph) {
  const { attributes, nodes, edges } = graph.export()
  const byKey = (a: { key?: string }, b: { key?: string }) =>
    (a.key ?? '') < (b.key ?? '') ? -1 : 1
  return { attributes, nodes: nodes.sort(byKey), edges: edges.sort(byKey) }
}

function placesIn(graph: KnowledgeGraph): Places {
  return new Map(graph.mapNodes((node, { x, y }) => [node, `${x} ${y}`]))
}

function serve(texts: Texts) {
  const compiled = openCompiler()
  const served = openServedGraph(compiled(sourcesOf(texts)).graph)
  return { served, show: (now: Texts) => served.show(compiled(sourcesOf(now)).graph) }
}

const person = (name: string, relations = '') =>
  `type: person\nname: ${name}\nrelations: [${relations}]\n`

describe('after any sequence of edits', () => {
  test('what is served is a clean build, and pages that apply the changes have the same', () => {
    fc.assert(
      fc.property(
        fc.array(file, { maxLength: 12 }),
        fc.array(edit, { maxLength: 6 }),
        fc.nat(5),
        (first, edits, lag) => {
          const texts = textsOf(first)
          const { served, show } = serve(texts)
          expect(wholeOf(served)).toBe(cleanBuild(texts))
          const [prompt, late] = [pageOf(served), pageOf(served)]
          for (const [at, changes] of edits.entries()) {
            applyEdit(texts, changes)
            show(texts)
            expect(withoutPlaces(wholeOf(served))).toBe(withoutPlaces(cleanBuild(texts)))
            prompt.follow(served)
            if (at % 6 === lag) late.follow(served)
          }
          late.follow(served)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the same graph has the same version, and another one another', () => {
    const texts = textsOf([
      ['ada.yaml', person('Ada', '{ knows: bob }')],
      ['bob.yaml', person('Bob')],
    ])
    const { served, show } = serve(texts)
    const seen = [served.version()]
    for (const text of [person('Ada'), person('Ada', '{ knows: bob }'), person('Adda')]) {
      texts.set('ada.yaml', text)
      show(texts)
      seen.push(served.version())
    }
    expect(seen[2]).toBe(seen[0])
    expect(new Set(seen).size).toBe(3)
    expect(seen[0]).toBe(
      serve(textsOf([...texts, ['ada.yaml', person('Ada', '{ knows: bob }')]])).served.version(),
    )
  })
})

/** A page: it has a graph and its version, and changes the graph by what the server tells. */
function pageOf(served: ServedGraph) {
  let graph = graphOf(wholeOf(served))
  let version = served.version()
  return {
    follow: (now: ServedGraph) => {
      const change = changeSince(now, version)
      const before = placesIn(graph)
      if (change === undefined) graph = graphOf(wholeOf(now))
      else {
        expect(change).toMatchObject({ from: version, to: now.version() })
        expect(applyChange(graph, change)).toBe(true)
        for (const [id, place] of placesIn(graph)) expect(before.get(id) ?? place).toBe(place)
      }
      version = now.version()
      expect(contentOf(graph)).toEqual(contentOf(graphOf(wholeOf(now))))
    },
  }
}

describe('a change', () => {
  const texts = () =>
    textsOf([
      ['ada.yaml', person('Ada', '{ knows: bob, cite: report#p1 }')],
      ['bob.yaml', person('Bob')],
      ['cem.yaml', person('Cem')],
      ['dan.yaml', person('Dan')],
    ])

  test('holds what differs, and no more', () => {
    const now = texts()
    const { served, show } = serve(now)
    const from = served.version()
    now.set('cem.yaml', person('Cem', '{ knows: dan, cite: report#p1 }'))
    show(now)
    expect(changeSince(served, from)).toEqual({
      from,
      to: served.version(),
      attributes: { counts: { entities: 4, relations: 2, claims: 2, sources: 1 } },
      dropped: { nodes: [], edges: [] },
      nodes: [
        // The size of a node follows the number of its edges.
        { key: 'cem', attributes: expect.objectContaining({ size: 6.2 }) },
        { key: 'dan', attributes: expect.objectContaining({ size: 6.2 }) },
      ],
      edges: [expect.objectContaining({ key: 'cem--knows--dan', source: 'cem', target: 'dan' })],
    })
  })

  test('of nothing is empty', () => {
    const { served, show } = serve(texts())
    const version = served.version()
    show(texts())
    expect(served.version()).toBe(version)
    expect(changeSince(served, version)).toMatchObject({ from: version, to: version, nodes: [] })
  })

  test('may span several edits, of which one undoes another', () => {
    const now = texts()
    const { served, show } = serve(now)
    const from = served.version()
    now.set('eve.yaml', person('Eve', '{ knows: ada }'))
    show(now)
    const between = served.version()
    now.delete('eve.yaml')
    now.delete('dan.yaml')
    show(now)
    expect(changeSince(served, between)?.dropped).toEqual({
      nodes: ['dan', 'eve'],
      edges: ['ada--knows--eve'],
    })
    const graph = graphOf(wholeOf(serve(texts()).served))
    const change = changeSince(served, from)
    expect(change && applyChange(graph, change)).toBe(true)
    expect(contentOf(graph)).toEqual(contentOf(graphOf(wholeOf(served))))
  })

  test('since a version that is not known, or too long ago, is none', () => {
    const now = texts()
    const { served, show } = serve(now)
    const from = served.version()
    expect(served.since('0123456789abcdef')).toBeUndefined()
    for (let edits = 1; edits <= 65; edits++) {
      now.set('dan.yaml', person(`Dan ${edits}`))
      show(now)
      if (edits === 64) expect(changeSince(served, from)).toBeDefined()
    }
    expect(served.since(from)).toBeUndefined()
  })

  test('that does not fit leaves a graph as it was', () => {
    const { served } = serve(texts())
    const graph = graphOf(wholeOf(served))
    const edge = { key: 'ada--knows--nobody', source: 'ada', target: 'nobody' }
    const attributes = graph.getEdgeAttributes('ada--knows--bob')
    const change: GraphChange = {
      from: served.version(),
      to: '0123456789abcdef',
      attributes: {},
      dropped: { nodes: ['dan'], edges: [] },
      nodes: [],
      edges: [{ ...edge, attributes }],
    }
    expect(applyChange(graph, change)).toBe(false)
    expect(applyChange(graph, { ...change, edges: [{ ...edge, target: 'dan', attributes }] })).toBe(
      false,
    )
    expect(graph.hasNode('dan')).toBe(true)
  })
})

describe('places', () => {
  const many = (count: number) =>
    textsOf(
      Array.from({ length: count }, (_, n) => [
        `p-${n}.yaml`,
        person(`Nr ${n}`, n > 0 ? `{ knows: p-${Math.floor(n / 3)} }` : ''),
      ]),
    )

  test('what comes back stands where it stood', () => {
    const texts = many(30)
    const { served, show } = serve(texts)
    const before = placesIn(graphOf(wholeOf(served)))
    texts.delete('p-17.yaml')
    show(texts)
    texts.set('p-17.yaml', person('Nr 17 again'))
    show(texts)
    expect(placesIn(graphOf(wholeOf(served)))).toEqual(before)
  })

  test('after many have come a layout is worth while, and then all stand as in a clean build', () => {
    const { served, show } = serve(many(100))
    show(many(119))
    expect(served.isCrowded()).toBe(false)
    show(many(130))
    expect(served.isCrowded()).toBe(true)
    const version = served.version()
    served.rearrange(positionsIn(buildGraph(served.shown())))
    expect(served.isCrowded()).toBe(false)
    expect(served.since(version)).toBeUndefined()
    expect(wholeOf(served)).toBe(cleanBuild(many(130)))
  })

  test('who comes while a layout is made gets a place in it', () => {
    const { served, show } = serve(many(100))
    const begun = served.shown()
    show(many(103))
    served.rearrange(positionsIn(buildGraph(begun)))
    const places = placesIn(graphOf(wholeOf(served)))
    const laidOut = placesIn(graphOf(cleanBuild(many(100))))
    for (const [id, place] of laidOut) expect(places.get(id)).toBe(place)
    expect(new Set(['p-100', 'p-101', 'p-102'].map((id) => places.get(id))).size).toBe(3)
    expect(places.get('p-100')).not.toBe('0 0')
  })

  test('where most have no place yet all are placed at once', () => {
    const { served, show } = serve(many(2))
    show(many(90))
    expect(wholeOf(served)).toBe(cleanBuild(many(90)))
  })
})

test('a state that could not be shown to its end leaves no ghosts behind', () => {
  const ada = ['ada.yaml', person('Ada')] as const
  const bob = ['bob.yaml', person('Bob', '{ knows: ada }')] as const
  const compiled = openCompiler()
  const parts = (...files: (readonly [string, string])[]) =>
    compiled(sourcesOf(textsOf(files))).graph
  const served = openServedGraph(parts(ada, bob))
  const page = graphOf(wholeOf(served))
  const version = served.version()
  const broken = parts(ada, ['cem.yaml', person('Cem')])
  const torn = {
    edges: [],
    get node(): NodeAttributes {
      throw new Error('A mistake of ours.')
    },
  }
  const unwritable = new Map([...broken.parts, ['cem', torn]])
  expect(() => served.show({ ...broken, parts: unwritable })).toThrow()
  served.show(parts(ada))
  const change = changeSince(served, version)
  if (change) applyChange(page, change)
  const shown = change ? page : graphOf(wholeOf(served))
  expect(shown.nodes()).toEqual(['ada'])
  expect(shown.size).toBe(0)
})

test('a search that was made before an edit finds what there is after it', () => {
  const { served, show } = serve(
    textsOf([
      ['ada.yaml', person('Ada')],
      ['cem.yaml', person('Cem')],
    ]),
  )
  const page = graphOf(wholeOf(served))
  const version = served.version()
  expect(entitySearch(page)('Ada').map(({ id }) => id)).toEqual(['ada'])
  show(
    textsOf([
      ['ada.yaml', person('Zenobia')],
      ['dan.yaml', person('Dan')],
    ]),
  )
  applyChange(page, changeSince(served, version) as GraphChange)
  const found = (text: string) => entitySearch(page)(text).map(({ id }) => id)
  expect([found('Zenobia'), found('Dan'), found('Cem')]).toEqual([['ada'], ['dan'], []])
})
