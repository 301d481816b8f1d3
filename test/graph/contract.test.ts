import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { formats } from '../../src/exports/formats.ts'
import type { EdgeAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { awkwardBase } from './awkward-base.ts'
import { type Check, edgeShape, graphShape, nodeShape } from './contract-shape.ts'
import { compiled, graphOf, jsonOf } from './sources-of.ts'

const bases: Record<string, () => Promise<KnowledgeGraph>> = {
  'the shipped data': async () => compile(await readSources('graph-data')).graph,
  'the awkward base': async () => graphOf(awkwardBase),
}

describe.each(Object.keys(bases))('the JSON of %s', (name) => {
  test('is what graphology alone reads back as the same graph', async () => {
    const graph = await laidOut(name)
    const read = MultiDirectedGraph.from(parsed(graph)) as KnowledgeGraph
    expect(read.export()).toEqual(graph.export())
    expect([read.type, read.multi, read.allowSelfLoops]).toEqual(['directed', true, true])
    expect(read.order).toBeGreaterThan(0)
  })

  test('has the attributes of the contract and no other', async () => {
    const { attributes, nodes, edges } = parsed(await laidOut(name))
    expect(problems(graphShape, [{ key: 'graph', attributes }])).toEqual([])
    expect(problems(nodeShape, nodes)).toEqual([])
    expect(problems(edgeShape, edges)).toEqual([])
  })

  test('has edge keys that tell the ends, the relation and the stint, in order of date', async () => {
    const graph = await laidOut(name)
    const stints = new Map<string, EdgeAttributes[]>()
    graph.forEachEdge((key, attributes, source, target) => {
      const stem = `${source}--${attributes.relation}--${target}`
      const group = stints.get(stem) ?? []
      stints.set(stem, [...group, attributes])
      expect(key).toBe(group.length === 0 ? stem : `${stem}--${group.length + 1}`)
    })
    for (const group of stints.values()) {
      const starts = group.map(startsAt)
      expect(starts).toEqual(starts.toSorted())
    }
  })

  test('names only sources, types and relations that are there', async () => {
    const graph = await laidOut(name)
    const { ontology, sources, counts } = graph.getAttributes()
    expect(counts).toMatchObject({ entities: graph.order, relations: graph.size })
    graph.forEachNode((_, { type, types, color }) => {
      expect(types).toEqual(ontology.entities[type]?.types)
      expect(color).toBe(ontology.entities[type]?.colour)
    })
    graph.forEachEdge((_, { relation, kind, label, symmetric, citations }, source, target) => {
      expect(ontology.relations[relation]).toMatchObject({ kind, label, symmetric })
      for (const citation of citations) expect(Object.keys(sources)).toContain(citation.source)
      if (symmetric) expect(source <= target).toBe(true)
    })
  })
})

test('the awkward base becomes these bytes', async () => {
  await expect(jsonOf(graphOf(awkwardBase))).toMatchFileSnapshot('golden/awkward.json')
})

describe('an edge', () => {
  test('has the widest bounds of its date, and none where the date is open or unknown', () => {
    const bounds = (when: string) => {
      const { start, end } = edges(withRelations(`- leads: imu\n    when: "${when}"`))[0] ?? {}
      return [start, end]
    }
    expect(bounds('2012')).toEqual(['2012-01-01', '2012-12-31'])
    expect(bounds('2012-02')).toEqual(['2012-02-01', '2012-02-29'])
    expect(bounds('2012-03-17')).toEqual(['2012-03-17', '2012-03-17'])
    expect(bounds('2012~')).toEqual(['2011-01-01', '2013-12-31'])
    expect(bounds('2012?')).toEqual(['2012-01-01', '2012-12-31'])
    expect(bounds('201X')).toEqual(['2010-01-01', '2019-12-31'])
    expect(bounds('2009/2012-03')).toEqual(['2009-01-01', '2012-03-31'])
    expect(bounds('../2012')).toEqual([undefined, '2012-12-31'])
    expect(bounds('/2012')).toEqual([undefined, '2012-12-31'])
    expect(bounds('2011/..')).toEqual(['2011-01-01', undefined])
    expect(bounds('2011/')).toEqual(['2011-01-01', undefined])
    expect(bounds('[2009,2011..2012]')).toEqual(['2009-01-01', '2012-12-31'])
  })

  test('without a date has none of its keys', () => {
    const [edge = {}] = edges(withRelations('- leads: imu'))
    expect(Object.keys(edge)).not.toContain('when')
    expect(Object.keys(edge)).not.toContain('start')
    expect(Object.keys(edge)).not.toContain('end')
  })

  test('has the date of the event in which it is a part, if it has none of its own', () => {
    const graph = graphOf({
      ...base,
      'ada.yaml': 'type: person\nname: Ada\nrelations: [{ killed-in: raid }]\n',
      'bob.yaml': 'type: person\nname: Bob\nrelations: [{ killed-in: raid, when: 2012-03-18 }]\n',
      'raid.yaml': 'type: raid\nname: Raid\nwhen: 2012-03\n',
    })
    expect(graph.getEdgeAttributes('raid--killed--ada')).toMatchObject({
      when: '2012-03',
      start: '2012-03-01',
      end: '2012-03-31',
    })
    expect(graph.getEdgeAttribute('raid--killed--bob', 'when')).toBe('2012-03-18')
  })

  test('is one where an end writes the date that its event has anyway', () => {
    const { graph, diagnostics } = compiled({
      ...base,
      'ada.yaml':
        'type: person\nname: Ada\nrelations: [{ killed-in: raid, when: 2012-03, cite: report#p1 }]\n',
      'raid.yaml':
        'type: raid\nname: Raid\nwhen: 2012-03\ncite: report#p2\nrelations: [{ killed: ada }]\n',
    })
    expect(graph.edges()).toEqual(['raid--killed--ada'])
    expect(places(graph, 'raid--killed--ada')).toEqual(['report#p1', 'report#p2'])
    expect(diagnostics.map(({ code }) => code)).toEqual([])
  })

  test('is one for a relation written from either end, with the union of its citations', () => {
    const graph = graphOf({
      ...base,
      'ada.yaml':
        'type: person\nname: Ada\nrelations: [{ leads: imu, when: 2011, cite: [report#p1, report#p2] }]\n',
      'imu.yaml':
        'type: group\nname: IMU\nrelations: [{ led-by: ada, when: 2011, cite: [report#p2, { source: report, at: p1, quote: She led }], said-by: ada, note: Told twice. }]\n',
    })
    expect(graph.edges()).toEqual(['ada--leads--imu'])
    expect(graph.getEdgeAttributes('ada--leads--imu')).toMatchObject({
      citations: [
        { source: 'report', at: 'p1', quote: 'She led' },
        { source: 'report', at: 'p2' },
      ],
      saidBy: ['ada'],
      note: 'Told twice.',
      file: 'ada.yaml',
      line: 3,
    })
  })

  test('says once what both of its ends say', () => {
    const evidence =
      'when: 2011, cite: report#p1, said-by: ada, note: Once., rivals: { when: 2010, cite: report#p2 }'
    const graph = graphOf({
      ...base,
      'ada.yaml': `type: person\nname: Ada\nrelations: [{ leads: imu, ${evidence} }]\n`,
      'imu.yaml': `type: group\nname: IMU\nrelations: [{ led-by: ada, ${evidence} }]\n`,
    })
    expect(graph.getEdgeAttributes('ada--leads--imu')).toMatchObject({
      citations: [{ source: 'report', at: 'p1' }],
      saidBy: ['ada'],
      note: 'Once.',
      rivals: [{ when: '2010', citations: [{ source: 'report', at: 'p2' }] }],
    })
    expect(graph.getEdgeAttribute('ada--leads--imu', 'rivals')).toHaveLength(1)
  })

  test('runs from the lesser to the greater id where the relation is symmetric', () => {
    const graph = graphOf({
      ...base,
      'groups.yaml': `entities:
  b: { type: group, name: B, relations: [{ allied-with: a, cite: report#p1 }] }
  a: { type: group, name: A, relations: [{ allied-with: [b, c], cite: report#p2 }] }
  c: { type: group, name: C, relations: [{ allied-with: c }] }
`,
    })
    expect(graph.edges()).toEqual(['a--allied-with--b', 'a--allied-with--c', 'c--allied-with--c'])
    expect(places(graph, 'a--allied-with--b')).toEqual(['report#p1', 'report#p2'])
  })

  test('is one for each stint, in order of date, and the undated last', () => {
    const graph = graphOf(
      withRelations(
        ['', '2012', '2009/2010', '../2008', '2010-06/..']
          .map((when) => `- leads: imu${when && `\n    when: ${when}`}`)
          .join('\n  '),
      ),
    )
    expect(graph.mapEdges((key, { when }) => [key, when])).toEqual([
      ['ada--leads--imu', '../2008'],
      ['ada--leads--imu--2', '2009/2010'],
      ['ada--leads--imu--3', '2010-06/..'],
      ['ada--leads--imu--4', '2012'],
      ['ada--leads--imu--5', undefined],
    ])
  })

  test('is one for each role at one time, and the end that names none joins the only role', () => {
    const roles = (relations: string) =>
      edges(withRelations(relations)).map(({ role }) => role ?? 'none')
    expect(roles('- leads: imu\n    as: emir\n  - leads: imu\n    as: deputy')).toEqual([
      'deputy',
      'emir',
    ])
    const graph = graphOf({
      ...withRelations('- leads: imu\n    as: emir'),
      'imu.yaml': 'type: group\nname: IMU\nrelations: [{ led-by: ada }]\n',
    })
    expect(graph.mapEdges((key, { role }) => [key, role])).toEqual([['ada--leads--imu', 'emir']])
  })

  test('is not made by a rival reading', () => {
    const graph = graphOf(
      withRelations('- leads: imu\n    rivals: { target: taliban, cite: report#p3 }'),
    )
    expect(graph.edges()).toEqual(['ada--leads--imu'])
    expect(graph.getEdgeAttribute('ada--leads--imu', 'rivals')).toEqual([
      { target: 'taliban', citations: [{ source: 'report', at: 'p3' }], saidBy: [] },
    ])
  })
})

describe('a node', () => {
  test('has its claims by name, each as written, in order of name', () => {
    const graph = graphOf({
      ...base,
      'ada.yaml': `type: person
name: Ada
attributes:
  weight: [81.5, { value: 80, when: 2009 }]
  status: { value: dead, cite: report#p1, confidence: possible, rivals: { denied: true, cite: report#p2 } }
`,
    })
    const { attributes } = graph.getNodeAttributes('ada')
    expect(Object.keys(attributes)).toEqual(['status', 'weight'])
    expect(attributes.weight).toMatchObject([
      { value: 81.5, line: 4 },
      { value: 80, when: '2009', start: '2009-01-01' },
    ])
    expect(attributes.status).toEqual([
      {
        value: 'dead',
        confidence: 'possible',
        citations: [{ source: 'report', at: 'p1' }],
        saidBy: [],
        rivals: [{ denied: true, citations: [{ source: 'report', at: 'p2' }], saidBy: [] }],
        file: 'ada.yaml',
        line: 5,
      },
    ])
  })

  test('of a dated type has its date, and the claim of it under attributes.when', () => {
    const graph = graphOf({
      ...base,
      'raid.yaml':
        'type: raid\nname: Raid\nwhen: { value: 2011-09, cite: report#p1, inferred: It says so. }\n',
    })
    const { when, start, end, attributes } = graph.getNodeAttributes('raid')
    expect({ when, start, end }).toEqual({
      when: '2011-09',
      start: '2011-09-01',
      end: '2011-09-30',
    })
    expect(attributes.when).toEqual([
      {
        value: '2011-09',
        when: '2011-09',
        start: '2011-09-01',
        end: '2011-09-30',
        citations: [{ source: 'report', at: 'p1' }],
        saidBy: [],
        inferred: 'It says so.',
        rivals: [],
        file: 'raid.yaml',
        line: 3,
      },
    ])
  })

  test('says whether it is unnamed and how many stand behind it', () => {
    const graph = graphOf({
      ...base,
      'two.yaml': 'type: person\nname: Two leaders\nunnamed: true\ncount: 2\n',
    })
    expect(graph.getNodeAttributes('two')).toMatchObject({ unnamed: true, count: 2 })
    expect(graph.getNodeAttributes('imu')).toMatchObject({ unnamed: false })
    expect(Object.keys(graph.getNodeAttributes('imu'))).not.toContain('count')
  })

  test('knows its type with all that it is, and the file and line of its id', () => {
    const graph = graphOf({ ...base, 'people/many.yaml': many })
    expect(graph.getNodeAttributes('eve')).toMatchObject({
      type: 'person',
      types: ['person', 'actor'],
      file: 'people/many.yaml',
      line: 3,
    })
  })
})

describe('of bad data the graph holds what could be resolved', () => {
  test('unknown types, relations and targets are left out', () => {
    const graph = graphOf({
      ...withRelations('- leads: nobody\n  - follows: imu\n  - leads: [imu, strange]'),
      'strange.yaml': 'type: ghost\nname: Strange\n',
    })
    expect(graph.nodes()).toEqual(['ada', 'imu', 'taliban'])
    expect(graph.edges()).toEqual(['ada--leads--imu'])
  })

  test('an id that is none never becomes a key', () => {
    const { graph, diagnostics } = compiled({
      ...withRelations(
        '- leads: imu\n    when: 2010\n  - leads: imu\n    when: 2011\n  - leads: imu--2',
      ),
      'more.yaml': `entities:
  imu--2: { type: group, name: Clash }
  __proto__: { type: group, name: Prototype }
  "": { type: group, name: Empty }
`,
    })
    expect(graph.nodes()).toEqual(['ada', 'imu', 'taliban'])
    expect(graph.edges()).toEqual(['ada--leads--imu', 'ada--leads--imu--2'])
    expect(diagnostics.filter(({ code }) => code === 'bad-id')).toHaveLength(3)
  })

  test('nothing of it reaches a prototype', () => {
    const { graph } = compiled({
      ...base,
      'ada.yaml': `type: person
name: Ada
attributes: { __proto__: { value: 1 }, constructor: 2 }
relations: [{ constructor: imu }, { __proto__: imu }]
`,
    })
    expect(Object.getPrototypeOf(graph.getNodeAttribute('ada', 'attributes'))).toBe(
      Object.prototype,
    )
    expect(() => MultiDirectedGraph.from(JSON.parse(jsonOf(graph)))).not.toThrow()
  })
})

const base: Record<string, string> = {
  'ontology.yaml': `name: Test
entities:
  actor: { abstract: true }
  person: { is: actor, attributes: { status: text, weight: number } }
  group: { is: actor }
  event: { abstract: true, dated: true }
  raid: { is: event }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation }
  allied-with: { symmetric: true, from: group, to: group, kind: affiliation }
  killed: { inverse: killed-in, from: event, to: actor, kind: operation }
`,
  'sources/report.yaml': 'title: Report\n',
  'imu.yaml': 'type: group\nname: IMU\n',
  'taliban.yaml': 'type: group\nname: Taliban\n',
}

const many = `entities:
  # The first of two.
  eve: { type: person, name: Eve }
  mallory: { type: person, name: Mallory }
`

function withRelations(relations: string): Record<string, string> {
  return { ...base, 'ada.yaml': `type: person\nname: Ada\nrelations:\n  ${relations}\n` }
}

function edges(texts: Record<string, string>): EdgeAttributes[] {
  return graphOf(texts).mapEdges((_, attributes) => attributes)
}

function places(graph: KnowledgeGraph, edge: string): string[] {
  return graph.getEdgeAttribute(edge, 'citations').map(({ source, at }) => `${source}#${at}`)
}

async function laidOut(name: string): Promise<KnowledgeGraph> {
  const graph = await bases[name]?.()
  if (graph === undefined) throw new Error(`There is no base ${name}.`)
  layoutGraph(graph)
  return graph
}

function parsed(graph: KnowledgeGraph) {
  return JSON.parse([...formats.json.write(graph)].join('')) as ReturnType<KnowledgeGraph['export']>
}

function problems(check: Check, items: readonly { key?: string; attributes?: object }[]): string[] {
  return items.flatMap(({ key, attributes }) => {
    const result = check(attributes)
    return result === true ? [] : [`${key}${result}`]
  })
}

/** What begins nobody knows when comes first, what has no date at all comes last. */
function startsAt({ when, start }: EdgeAttributes): string {
  return when === undefined ? '~' : (start ?? '')
}
