import fc from 'fast-check'
import { Parser, type Quad } from 'n3'
import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { baseOf, isBaseIri } from '../../../src/exports/rdf/base-iri.ts'
import { isSafeIri } from '../../../src/exports/rdf/safe-iri.ts'
import { nameOf } from '../../../src/exports/rdf/term.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../awkward-graph.ts'
import { graphFromRdf } from './graph-from-rdf.ts'
import { type RdfFormat, read, written } from './readers.ts'
import { toldByGraph } from './told-by-graph.ts'

const base = 'urn:dossier:awkward:'
const original = awkwardGraph()

/** Any UTF-16 at all, and more often than chance would have it what ends a literal or an IRI. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.uint16Array().map((units) => String.fromCharCode(...units)),
  fc.uint8Array().map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...['"', "'", '"""', '\\', '\\u0022', '\n', '\r', '> . <x:s> <x:p> <x:o', '@en', '^^<x:y>'],
        ...[' . ', '}', '{', '_:b0', '#', '%22', '<', '[', '\ud800', '\ufffe', '\0', 'https://a/'],
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('@id', '@type', '@context', 'rdf:nil', '_:b0', '', ' ', 'x'.repeat(10_000)),
)

describe.each<readonly [RdfFormat, number]>([
  ['turtle', 150],
  ['trig', 150],
  ['jsonld', 60],
])('%s', (format, numRuns) => {
  test('any text reads back equal wherever it stands, and adds no triple', async () => {
    const plain = await read(format, written(format, withText('plain'), { base }))
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const graph = withText(any)
        const quads = await read(format, written(format, graph, { base }))
        expect(quads).toHaveLength(plain.length)
        expect(graphFromRdf(quads, base)).toEqual(toldByGraph(graph, format === 'trig'))
      }),
      { numRuns },
    )
  })
})

test('strict readers take every file, and its triples are as many', () => {
  const count = (format: string, file: string) => {
    const store = new Store()
    store.load(file, { format })
    return store.size
  }
  const plain = count('text/turtle', written('turtle', withText('plain'), { base }))
  fc.assert(
    fc.property(text, (any) => {
      const graph = withText(any)
      expect(count('text/turtle', written('turtle', graph, { base }))).toBe(plain)
      expect(count('application/ld+json', written('jsonld', graph, { base }))).toBe(plain)
    }),
    { numRuns: 150 },
  )
})

test('any id becomes a name, of its own, that nothing can break out of', () => {
  const id = text
    .map((any) => Buffer.from(any, 'utf8').toString('utf8'))
    .filter((any) => any !== '')
  fc.assert(
    fc.property(id, id, (a, b) => {
      const [first, second] = [nameOf('claim', a), nameOf('claim', b)]
      expect(first === second).toBe(a === b)
      expect(nameOf('claim', a, b)).not.toBe(first)
      const quads = parse(
        `@prefix claim: <x:claim/> . ${first} ${second} ${nameOf('claim', a, b)} .`,
      )
      expect(quads).toHaveLength(1)
      expect(decodeURIComponent(quads[0]?.subject.value ?? '')).toBe(`x:claim/${a}`)
    }),
    { numRuns: 1000 },
  )
})

describe('an IRI', () => {
  const address = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.tuple(fc.constantFrom('https://a.example/', 'http://[::1]:80/', 'urn:x:', 'tag:'), text),
    text,
  )

  test('that passes for safe is one to a reader that checks', () => {
    let taken = 0
    fc.assert(
      fc.property(
        address.map((parts) => (Array.isArray(parts) ? parts.join('') : parts)),
        (any) => {
          if (!isSafeIri(any)) return
          taken++
          const store = new Store()
          store.load(`<x:s> <x:p> <${any}> .`, { format: 'text/turtle' })
          expect(store.match()[0]?.object.value).toBe(any)
        },
      ),
      { numRuns: 2000 },
    )
    expect(taken).toBeGreaterThan(300)
  })

  test.each([
    'https://example.org/a?b=c&d=(e)#f',
    'https://example.org',
    'http://example.org:8080/%C3%A9/é/حركة',
    'https://[2001:db8::1]/x',
    'urn:isbn:0451450523',
  ])('%s is safe', (iri) => expect(isSafeIri(iri)).toBe(true))

  test.each([
    'https://example.org/a b',
    'https://example.org/<x>',
    'https://example.org/%zz',
    'https://example.org/a#b#c',
    'https://ada@example.org/',
    'https://',
    'http://[::1',
    'https://example.org/\u202e',
    'https://example.org/\ud800',
    'https://example.org/\ufffe',
    'https://example.org/[1]',
    'https://example.org/\\',
    'example.org',
    '//example.org',
    '',
  ])('%j is not', (iri) => expect(isSafeIri(iri)).toBe(false))
})

describe('a base', () => {
  test.each([
    'https://example.org/graph/',
    'http://a.example/x#',
    'urn:example:x:',
    'tag:a.example,2012:',
  ])('%s is one', (iri) => expect(isBaseIri(iri)).toBe(true))

  test.each([
    'https://example.org/graph',
    'file:///tmp/',
    'claim:x/',
    'x/',
    '#',
    'https://a.example/ /',
  ])('%j is none', (iri) => expect(isBaseIri(iri)).toBe(false))

  test('that is taken gives every format the same triples as any other', async () => {
    const graph = awkwardGraph()
    for (const one of ['https://example.org/graph/', 'urn:example:a:']) {
      const quads = await read('jsonld', written('jsonld', graph, { base: one }))
      expect(graphFromRdf(quads, one)).toEqual(toldByGraph(graph, false))
    }
  })

  test.each([
    ['The IMU in northern Afghanistan', 'urn:dossier:the-imu-in-northern-afghanistan:'],
    ['Åland & <Öland>', 'urn:dossier:aland-oland:'],
    ['حركة 1', 'urn:dossier:%D8%AD%D8%B1%D9%83%D8%A9-1:'],
    ['> . <x:s> <x:p> <x:o', 'urn:dossier:x-s-x-p-x-o:'],
    ['!\ud800', 'urn:dossier:unnamed:'],
  ])('of a graph named %j is %s', (name, expected) => {
    const graph = awkwardGraph()
    graph.setAttribute('name', name)
    expect(baseOf(graph, {})).toBe(expected)
  })

  test('of any name is safe', () => {
    const graph = awkwardGraph()
    fc.assert(
      fc.property(text, (name) => {
        graph.setAttribute('name', name)
        expect(isBaseIri(baseOf(graph, {}))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

function parse(turtle: string): Quad[] {
  return new Parser({ format: 'text/turtle' }).parse(turtle)
}

/** A graph of two nodes and a relation that has one text wherever a curator can write one. */
function withText(any: string): KnowledgeGraph {
  const graph = original.nullCopy() as KnowledgeGraph
  const [ada, bob] = [original.getNodeAttributes('ada'), original.getNodeAttributes('bob')]
  const edge = original.getEdgeAttributes('ada--praises--bob')
  const evidence = {
    citations: [{ source: 'lwj', at: any, quote: any }],
    saidBy: ['bob'],
    inferred: any,
    note: any,
  }
  const claim = { ...evidence, rivals: [{ value: any, ...evidence }], file: any, line: 1 }
  graph.addNode('ada', {
    ...{ ...ada, label: any, aliases: [any], summary: any, file: any },
    attributes: {
      rank: [{ ...claim, value: any, rivals: [{ value: `other ${any}`, ...evidence }] }],
    },
  })
  graph.addNode('bob', bob)
  graph.addEdgeWithKey('ada--praises--bob', 'ada', 'bob', {
    ...{ ...edge, ...claim, role: any, label: any, kind: any },
    rivals: [{ target: 'ada', ...evidence }],
  })
  const { ontology, ...attributes } = original.getAttributes()
  const { person } = ontology.entities
  const { praises } = ontology.relations
  if (person === undefined || praises === undefined) throw new Error('The ontology has changed.')
  graph.replaceAttributes({
    ...attributes,
    name: any,
    ontology: {
      entities: {
        person: { ...person, label: any, colour: any },
        thing: { ...person, types: ['thing'] },
      },
      relations: {
        praises: {
          ...praises,
          label: any,
          inverseLabel: any,
          kind: any,
          says: any,
          saysInverse: any,
        },
      },
    },
    sources: {
      lwj: {
        ...{
          title: any,
          publisher: any,
          author: any,
          kind: any,
          url: any,
          archive: `https://a.example/${any}`,
        },
        ...{ published: '2012', language: any, note: any, file: any, line: 1 },
      },
    },
    identity: [{ verdict: 'different', entities: ['ada', 'bob'], reason: any, citations: [] }],
  })
  return graph
}
