import { MultiDirectedGraph } from 'graphology'
import type {
  AttributeClaimAttributes,
  ClaimAttributes,
  EdgeAttributes,
  EntityTypeAttributes,
  KnowledgeGraph,
  NodeAttributes,
  RelationTypeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'

/** A small graph in which everything that files and their readers stumble over happens once; one's own to change. */
export function awkwardGraph(): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  graph.replaceAttributes({
    name: 'Awkward & <small> "graph"',
    ontology: structuredClone({ entities, relations }),
    sources: {
      bbc: {
        title: 'News',
        url: 'https://news.example/1?a=1&b=2',
        file: 'sources/bbc.yaml',
        line: 1,
      },
      lwj: { title: 'Journal', reliability: 'B', file: 'sources/lwj.yaml', line: 1 },
    },
    identity: [
      { verdict: 'different', entities: ['ada', 'bob'], reason: 'They met.', citations: [] },
    ],
    generator: 'dossier test',
    counts: { entities: nodes.length, relations: edges.length, claims: 0, sources: 2 },
  })
  for (const [id, node] of nodes) graph.addNode(id, structuredClone(node))
  for (const [key, edge] of edges) {
    const [source, , target] = key.split('--')
    graph.addEdgeWithKey(key, source, target, structuredClone(edge))
  }
  layoutGraph(graph)
  return graph
}

const entities: Record<string, EntityTypeAttributes> = {
  person: entityType('person', '#c2410c'),
  group: entityType('group', '#1d4ed8'),
  place: { ...entityType('place', '#64748b'), transit: false },
  raid: { ...entityType('raid', '#a21caf'), dated: true },
}

const relations: Record<string, RelationTypeAttributes> = {
  leads: relationType('leads', 'affiliation'),
  knows: { ...relationType('knows', 'social'), symmetric: true },
  praises: relationType('praises', 'social'),
  killed: relationType('killed', 'operation'),
  in: relationType('in', 'location'),
}

const nodes: (readonly [string, NodeAttributes])[] = [
  [
    'ada',
    node('person', 'Ada "the <first>" & \'only\'', {
      aliases: ['A, B', 'with "quotes"', 'back\\slash', 'tab\there', '["bracket"]', "it's"],
      summary: 'First line.\nSecond line.\r\n  Third; ]]> & done.',
      attributes: {
        rank: [claim('colonel', { when: '2009', start: '2009-01-01', end: '2009-12-31' })],
        label: [claim('not the label')],
        weight: [claim(81.5)],
        aliases: [claim(2), claim('three')],
      },
    }),
  ],
  [
    'bob',
    node('person', '', {
      attributes: {
        constructor: [claim('self'), claim('made')],
        rank: [claim('major')],
        weight: [claim(70)],
      },
    }),
  ],
  [
    'control',
    node('person', 'bell\u0007 null\u0000 escape\u001b delete\u007f next\u0085 end\uffff'),
  ],
  [
    'diagram',
    node('person', '"]:::red --> x; click n1 "javascript:alert(1)"; end %% \\N &amp; #35;'),
  ],
  ['emoji', node('person', '😀 e\u0301 \u{10ffff} \u2028 \ufeff', { aliases: ['👩‍👩‍👧', 'ﷺ'] })],
  [
    'formula',
    node('person', '=HYPERLINK("https://evil.example","Ada")', {
      aliases: [
        '@SUM(1)',
        '＝1+1',
        '\u00a0=1',
        '-5.2',
        'first\n=second',
        'semi; =colon',
        "'=quoted",
      ],
      attributes: {
        weight: [claim(-5.2)],
        'listed-as': [claim('+49'), claim('\t=1'), claim('012')],
      },
    }),
  ],
  [
    'imu',
    node('group', 'حركة أوزبكستان \u200f(IMU)\u200e', { attributes: { Rank: [claim(true)] } }),
  ],
  ['lone', node('person', 'high \ud800 low \udc00 reversed \udc00\ud800')],
  [
    'markup',
    node('person', '[Ada](javascript:alert(1)) | <b>*_`#</b> [^1] www.evil.example', {
      summary:
        '# Head\n\n- item\n> quote <script>alert(1)</script>\n\n    code\n\n[^1]: https://evil.example',
    }),
  ],
  [
    'raid',
    node('raid', 'Raid', {
      when: '2012-03-26',
      start: '2012-03-26',
      end: '2012-03-26',
      attributes: {
        when: [claim('2012-03-26', { when: '2012-03-26', start: '2012-03-26', end: '2012-03-26' })],
        'killed-count': [
          claim(20, {
            citations: [{ source: 'lwj', at: 'p13' }],
            rivals: [
              {
                value: 25,
                citations: [{ source: 'bbc', at: 'p3' }],
                confidence: 'possible',
                saidBy: [],
              },
              { denied: true, citations: [], saidBy: ['imu'] },
            ],
          }),
        ],
      },
    }),
  ],
  ['town', node('place', 'Town')],
  ['unknown', node('person', 'Unnamed commander', { unnamed: true, count: 2 })],
]

const edges: (readonly [string, EdgeAttributes])[] = [
  ['ada--knows--bob', edge('knows', { symmetric: true })],
  [
    'ada--leads--imu',
    edge('leads', stint('2001/2003', '2001-01-01', '2003-12-31', 'deputy "chief"')),
  ],
  ['ada--leads--imu--2', edge('leads', stint('2003-06/2005', '2003-06-01', '2005-12-31', 'chief'))],
  ['ada--leads--imu--3', edge('leads', stint('2010/..', '2010-01-01', undefined))],
  ['ada--praises--bob', edge('praises')],
  ['ada--praises--ada', edge('praises', { note: 'To herself,\nin "public" ]]> & often' })],
  [
    'bob--knows--unknown',
    edge('knows', { symmetric: true, ...stint('../2004', undefined, '2004-12-31') }),
  ],
  ['bob--leads--imu', edge('leads', stint('2006', '2006-01-01', '2006-12-31'))],
  ['bob--leads--imu--2', edge('leads', { saidBy: ['ada', 'imu'], confidence: 'doubtful' })],
  ['emoji--knows--lone', edge('knows', stint('-0043', '-0043-01-01', '-0043-12-31'))],
  ['formula--praises--ada', edge('praises', stint('2012~', '2011-01-01', '2013-12-31'))],
  ['formula--praises--bob', edge('praises', stint('2012?', '2012-01-01', '2012-12-31', '=1+1'))],
  ['formula--praises--control', edge('praises', stint('201X', '2010-01-01', '2019-12-31'))],
  ['formula--praises--diagram', edge('praises', stint('2011-21', '2011-03-01', '2011-05-31'))],
  ['formula--praises--emoji', edge('praises', stint('2009/', '2009-01-01', undefined))],
  [
    'formula--praises--imu',
    edge('praises', stint('[2011..2012]', '2011-01-01', '2012-12-31', '| [x](y) | `')),
  ],
  ['formula--praises--lone', edge('praises', stint('{2009,2011}', '2009-01-01', '2011-12-31'))],
  [
    'formula--praises--markup',
    edge('praises', {
      note: 'A long note, of ten thousand characters. '.repeat(250).slice(0, 10_000),
    }),
  ],
  [
    'raid--in--town',
    edge('in', {
      ...stint('2012-03-26', '2012-03-26', '2012-03-26'),
      inferred: 'The report names it next to the raid \ud83d.',
    }),
  ],
  [
    'raid--killed--ada',
    edge('killed', {
      ...stint('2012-03-26', '2012-03-26', '2012-03-26'),
      confidence: 'probable',
      citations: [
        { source: 'lwj', at: 'p2', quote: 'was "killed" <yesterday>' },
        { source: 'bbc' },
      ],
      rivals: [
        {
          target: 'bob',
          citations: [{ source: 'bbc', at: 'p3' }],
          saidBy: ['imu'],
          note: 'by radio',
        },
        { when: '2012-03-27', start: '2012-03-27', end: '2012-03-27', citations: [], saidBy: [] },
      ],
    }),
  ],
]

function entityType(id: string, colour: string): EntityTypeAttributes {
  return { label: id, types: [id, 'thing'], abstract: false, dated: false, transit: true, colour }
}

function relationType(id: string, kind: string): RelationTypeAttributes {
  const says = `{source} ${id} {target}`
  return {
    label: id,
    inverseLabel: id,
    symmetric: false,
    kind,
    from: [],
    to: [],
    says,
    saysInverse: says,
  }
}

function node(type: string, label: string, more: Partial<NodeAttributes> = {}): NodeAttributes {
  const base = { label, type, types: [type, 'thing'], aliases: [], unnamed: false, attributes: {} }
  return { ...base, file: `${type}s/file.yaml`, line: 1, ...more }
}

function edge(relation: string, more: Partial<EdgeAttributes> = {}): EdgeAttributes {
  const kind = relations[relation]?.kind ?? ''
  return { relation, kind, label: relation, symmetric: false, ...evidence(), ...more }
}

function claim(
  value: string | number | boolean,
  more: Partial<ClaimAttributes> = {},
): AttributeClaimAttributes {
  return { value, ...evidence(), ...more }
}

function evidence(): ClaimAttributes {
  return { citations: [], saidBy: [], rivals: [], file: 'people/file.yaml', line: 7 }
}

function stint(when: string, start: string | undefined, end: string | undefined, role?: string) {
  return {
    when,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(role !== undefined && { role }),
  }
}
