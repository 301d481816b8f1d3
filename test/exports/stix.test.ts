import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stixLosses } from '../../src/exports/stix/stix-losses.ts'
import { writeStix } from '../../src/exports/stix/write-stix.ts'
import { nameUuid } from '../../src/exports/uuid.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { textWith } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { mappedGraph } from './mapped-graph.ts'

interface Read {
  readonly id: string
  readonly type: string
  readonly extensions?: Record<string, Record<string, unknown>>
  readonly [property: string]: unknown
}

test('the bundle reads well in a diff', async () => {
  await expect(stix(mappedGraph())).toMatchFileSnapshot('golden/awkward.stix.json')
})

test('a name has the UUID that the standard gives for it', () => {
  // The example of RFC 9562, appendix A.4, in the namespace of DNS.
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(nameUuid(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

describe('objects', () => {
  const graph = mappedGraph()
  const objects = read(graph)

  test('have ids of their own, and refer to what is there', () => {
    const ids = objects.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { created_by_ref, source_ref, target_ref, object_refs } of objects) {
      const refs = [created_by_ref, source_ref, target_ref, object_refs].flat()
      for (const ref of refs) if (ref !== undefined) expect(ids).toContain(ref)
    }
  })

  test('are what the ontology says, or incidents and identities', () => {
    const types = Object.fromEntries(
      graph.mapNodes((node) => [node, extended(objects, 'id', node)?.type]),
    )
    expect(types).toMatchObject({
      ada: 'identity',
      imu: 'threat-actor',
      raid: 'incident',
      town: 'location',
    })
    expect(new Set(read(awkwardGraph()).map(({ type }) => type))).not.toContain('threat-actor')
  })

  test('have an edge each, turned round where the ontology says so, parallel stints apart', () => {
    const edges = objects.filter(({ type }) => type === 'relationship')
    expect(edges).toHaveLength(graph.size)
    const third = extended(edges, 'key', 'ada--leads--imu--3')
    expect(third).toMatchObject({
      relationship_type: 'led-by',
      source_ref: extended(objects, 'id', 'imu')?.id,
      target_ref: extended(objects, 'id', 'ada')?.id,
      start_time: '2010-01-01T00:00:00.000Z',
    })
    expect(third).not.toHaveProperty('stop_time')
  })

  test('stop later than they start, even on one day', () => {
    const killed = extended(objects, 'key', 'raid--killed--ada')
    expect(killed).toMatchObject({
      start_time: '2012-03-26T00:00:00.000Z',
      stop_time: '2012-03-26T23:59:59.999Z',
      confidence: 70,
    })
  })

  test('say nothing empty, which STIX forbids', () => {
    expect(stix(graph)).not.toMatch(/[:,[](\[\]|\{\}|null)/)
  })

  test('keep all that the graph says of an edge and its readings', () => {
    const { extensions, id } = extended(objects, 'key', 'raid--killed--ada') ?? {}
    expect(Object.values(extensions ?? {})[0]).toMatchObject({
      when: '2012-03-26',
      citations: [
        { source: 'lwj', locator: 'p2', quote: 'was "killed" <yesterday>' },
        { source: 'bbc' },
      ],
      rivals: [{ target: 'bob', said_by: ['imu'], note: 'by radio' }, { when: '2012-03-27' }],
    })
    const opinions = objects.filter(
      ({ type, object_refs }) => type === 'opinion' && String(object_refs) === id,
    )
    expect(opinions.map(({ opinion }) => opinion)).toEqual(['disagree', 'disagree'])
    const report = objects.find(({ type, name }) => type === 'report' && name === 'Journal')
    expect(report?.object_refs).toContain(id)
  })
})

test('the same entity has the same id in every export, and another one in another base', () => {
  const graph = mappedGraph()
  const before = extended(read(graph), 'id', 'ada')?.id
  graph.dropNode('bob')
  graph.setNodeAttribute('ada', 'label', 'Ada Lovelace')
  expect(extended(read(graph), 'id', 'ada')?.id).toBe(before)
  graph.setAttribute('name', 'Another')
  expect(extended(read(graph), 'id', 'ada')?.id).not.toBe(before)
})

test('an object is as new as the latest source, as far as its date is known', () => {
  const modified = (sources: Record<string, Partial<Record<'accessed' | 'published', string>>>) => {
    const graph = mappedGraph()
    const { bbc } = graph.getAttribute('sources')
    if (bbc === undefined) throw new Error('The awkward graph has a source.')
    graph.setAttribute(
      'sources',
      Object.fromEntries(Object.entries(sources).map(([id, more]) => [id, { ...bbc, ...more }])),
    )
    return extended(read(graph), 'id', 'ada')?.modified
  }
  expect(modified({ bbc: {} })).toBe('1970-01-01T00:00:00.000Z')
  expect(modified({ bbc: { published: '2012-03' } })).toBe('2012-03-31T00:00:00.000Z')
  expect(modified({ bbc: { published: '2013', accessed: '2012-03-02' }, lwj: {} })).toBe(
    '2012-03-02T00:00:00.000Z',
  )
})

test('a place with coordinates is there, and any other is no more than its name', () => {
  const place = (latitude: number, longitude: number) => {
    const graph = mappedGraph()
    const claim = { citations: [], saidBy: [], rivals: [], file: 'a.yaml', line: 1 }
    graph.setNodeAttribute('town', 'attributes', {
      latitude: [{ value: latitude, ...claim }],
      longitude: [{ value: longitude, ...claim }],
    })
    return extended(read(graph), 'id', 'town')
  }
  expect(place(36.7, -69.5)).toMatchObject({ latitude: 36.7, longitude: -69.5 })
  expect(place(36.7, -69.5)).not.toHaveProperty('region')
  expect(place(91, 0)).toMatchObject({ region: 'Town' })
  expect(place(91, 0)).not.toHaveProperty('latitude')
})

test('what is lost is counted, and nothing where nothing is', () => {
  const counts = (graph: KnowledgeGraph) =>
    Object.fromEntries(stixLosses(graph).map(({ kind, count }) => [kind, count]))
  const graph = mappedGraph()
  expect(counts(awkwardGraph())).toMatchObject({ 'words-missing': 12 })
  expect(counts(graph)).toEqual({
    'words-missing': 1,
    'dates-left-out': 1,
    'reports-undated': 2,
    'replaced-characters': 7,
  })
  graph.dropNode('raid')
  graph.dropEdge('emoji--knows--lone')
  for (const node of ['control', 'emoji', 'lone']) graph.setNodeAttribute(node, 'label', 'x')
  graph.setAttribute('identity', [
    { verdict: 'different', entities: ['raid'], reason: 'No.', citations: [] },
  ])
  expect(counts(graph)).toEqual({ 'sources-left-out': 2, 'identity-left-out': 1 })
  graph.setAttribute('sources', {})
  graph.setAttribute('identity', [])
  expect(counts(graph)).toEqual({})
})

test('any text reads back equal and adds nothing', () => {
  const plain = read(named('x')).map(({ type }) => type)
  fc.assert(
    fc.property(textWith('"}]},{"type":"identity"', '\\ud800', '\ufdd0', 'cve'), (text) => {
      const objects = read(named(text))
      expect(objects.map(({ type }) => type)).toEqual(plain)
      const whole = `[${text}]`.replace(/\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
      expect(extended(objects, 'id', 'imu')).toMatchObject({ name: whole, aliases: [whole] })
      const { extensions } = extended(objects, 'key', 'ada--leads--imu') ?? {}
      expect(Object.values(extensions ?? {})[0]).toMatchObject({ role: whole })
    }),
    { numRuns: 500 },
  )
})

function named(text: string): KnowledgeGraph {
  const graph = mappedGraph()
  const label = `[${text}]`
  graph.mergeNodeAttributes('imu', { label, aliases: [label] })
  graph.setEdgeAttribute('ada--leads--imu', 'role', label)
  return graph
}

function stix(graph: KnowledgeGraph): string {
  return [...writeStix(graph)].join('')
}

function read(graph: KnowledgeGraph): Read[] {
  return JSON.parse(stix(graph)).objects
}

/** The object of which the extension says this. */
function extended(objects: readonly Read[], key: string, value: string): Read | undefined {
  return objects.find(({ extensions }) =>
    Object.values(extensions ?? {}).some((extension) => extension[key] === value),
  )
}
