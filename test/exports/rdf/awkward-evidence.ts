import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../awkward-graph.ts'

/** The awkward graph, and on top of it once everything that provenance in RDF stumbles over. */
export function awkwardEvidence(): KnowledgeGraph {
  const graph = awkwardGraph()
  addOntology(graph)
  addSources(graph)
  addClaims(graph)
  graph.setAttribute('identity', [
    ...graph.getAttribute('identity'),
    {
      verdict: 'same',
      entities: ['lone', 'emoji'],
      reason: 'Both are "one".',
      citations: [
        { source: 'lwj', at: 'p1' },
        { source: 'lwj', at: 'p2' },
      ],
    },
    { verdict: 'undecided', entities: ['unknown', 'ada'], reason: 'Who\nknows?', citations: [] },
  ])
  return graph
}

function addOntology(graph: KnowledgeGraph): void {
  const { entities, relations } = graph.getAttribute('ontology')
  const { person, group, raid } = entities
  const { leads, killed } = relations
  if (!person || !group || !raid || !leads || !killed) throw new Error('The ontology has changed.')
  graph.setAttribute('ontology', {
    entities: {
      ...entities,
      thing: { ...person, types: ['thing'], label: 'Thing "itself"', abstract: true },
      group: { ...group, stix: 'threat-actor', ftm: 'Organization' },
      being: { ...person, types: ['being'], abstract: true },
    },
    relations: {
      ...relations,
      leads: {
        ...leads,
        inverse: 'led-by',
        inverseLabel: 'was led by',
        from: ['person'],
        to: ['group'],
        stix: '^led-by',
        ftm: 'Directorship',
        says: '{source} led "{target}"\\',
      },
      killed: { ...killed, from: ['raid'], to: ['person', 'group'] },
    },
  })
}

function addSources(graph: KnowledgeGraph): void {
  const place = { file: 'sources/x.yaml', line: 1 }
  graph.setAttribute('sources', {
    ...graph.getAttribute('sources'),
    full: {
      title: 'Full "title"\n',
      publisher: 'P & <Q>',
      author: 'A\\B',
      kind: 'court file',
      url: 'https://news.example/%D8%AD/حركة?q=[1]',
      archive: 'https://archive.example/حركة?a=(1)#p',
      published: '2012-XX',
      accessed: '2013-04-01',
      language: 'en> . <x:y> <x:y> <x:y> . "@en',
      reliability: 'F',
      note: '10,000 times "x" '.repeat(600),
      paragraphs: 14,
      pages: 3,
      ...place,
    },
    evil: {
      title: 'Evil',
      url: 'https://evil.example/> . <x:s> <x:p> <x:o',
      archive: 'javascript:alert(1)',
      reliability: 'A" .',
      ...place,
    },
    proto: {
      title: '',
      url: 'https://a.example/\ud800',
      archive: 'https://a.example/%zz',
      ...place,
    },
  })
}

function addClaims(graph: KnowledgeGraph): void {
  const none = { saidBy: [], rivals: [], citations: [], file: 'a.yaml', line: 3 }
  graph.mergeNodeAttributes('raid', {
    attributes: {
      ...graph.getNodeAttribute('raid', 'attributes'),
      when: [
        {
          value: '2012-03-26',
          ...none,
          inferred: 'It says "yesterday".',
          citations: [
            { source: 'full', at: 'annex "a"; §3' },
            { source: 'evil', quote: 'a\n"b"' },
          ],
          when: '2012-03-26',
          start: '2012-03-26',
          end: '2012-03-26',
          rivals: [
            { value: '2012-03-27~', citations: [{ source: 'bbc' }], saidBy: [] },
            {
              denied: true,
              value: '2012',
              citations: [],
              saidBy: ['ada'],
              confidence: 'improbable',
            },
            { denied: true, when: '2012', citations: [], saidBy: [] },
          ],
        },
      ],
      numbers: [1e21, 1e-7, -0.5, 2 ** 53, -7, 0].map((value) => ({ value, ...none })),
      'a.b': [{ value: 'dotted', ...none }],
      'é <x> "': [{ value: 'no id', ...none }],
      guess: [{ value: 'improbable guess', ...none, confidence: 'improbable' }],
    },
  })
  const event = { id: 'meeting', label: 'The "meeting"' }
  for (const [key, end] of [
    ['ada--praises--lone', 'lone'],
    ['ada--praises--town', 'town'],
  ]) {
    const edge = graph.getEdgeAttributes('ada--praises--bob')
    graph.addEdgeWithKey(key, 'ada', end, { ...edge, event })
  }
  graph.addEdgeWithKey('bob--praises--ada', 'bob', 'ada', {
    ...graph.getEdgeAttributes('ada--praises--bob'),
    when: 'Y12345',
    start: '+12345-01-01',
    end: '+12345-12-31',
    confidence: 'confirmed',
    note: '\\',
    saidBy: ['imu', 'ada'],
    citations: [
      { source: 'full', at: 'p3-p5', quote: 'one' },
      { source: 'full', at: 'p3-p5', quote: 'two' },
    ],
    rivals: [{ target: 'imu', denied: true, citations: [], saidBy: [], inferred: 'It is so.' }],
  })
}
