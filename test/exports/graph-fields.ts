import { MultiDirectedGraph } from 'graphology'
import type {
  AttributeClaimAttributes,
  CitationAttributes,
  EdgeAttributes,
  EntityTypeAttributes,
  GraphAttributes,
  IdentityAttributes,
  KnowledgeGraph,
  NodeAttributes,
  RelationTypeAttributes,
  RivalAttributes,
  SourceAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { confidences } from '../../src/model/claim.ts'

/** One field of a graph, and graphs that differ in nothing else. */
export interface GraphField {
  /** Such as `edge.rival.note`. */
  readonly name: string
  readonly variants: readonly Variant[]
  /** The same graph without the field; absent where it cannot be missing. */
  readonly without?: KnowledgeGraph
  /** Without a record that has the field: its citation, then its rival, then its claim. */
  readonly withoutRecord: readonly KnowledgeGraph[]
}

export interface Variant {
  readonly value: unknown
  /** Stands in a file that holds the value, whatever the format escapes. */
  readonly mark?: string
  readonly graph: KnowledgeGraph
}

/**
 * What the graph says without saying anything of its subject: where things are written, where they stand in a picture,
 * which version made it; and bounds, which follow from the date.
 */
type Incidental = 'file' | 'line' | 'x' | 'y' | 'size' | 'color' | 'start' | 'end'

/** For each field of a record samples of it; a field that is new to the graph does not compile until it has some. */
type Samples<Type> = { readonly [Field in Exclude<keyof Required<Type>, Incidental>]: Sample }

interface Sample {
  readonly values: readonly unknown[]
  /** The field cannot be missing. */
  readonly always?: true
  /** It follows from the ontology, of which files may have no more than names. */
  readonly ofOntology?: true
  /** What follows from it elsewhere in the graph. */
  readonly also?: (graph: KnowledgeGraph, value: never) => void
}

/** A place in the graph that has the fields of a table. */
interface Place {
  readonly name: string
  readonly samples: Readonly<Record<string, Sample>>
  readonly record: (graph: KnowledgeGraph) => object
  /** The plain graph with this place in it becomes one without the record, or without what that is part of. */
  readonly drops?: readonly ((graph: KnowledgeGraph) => void)[]
}

export function graphFields(): GraphField[] {
  return places.flatMap((place) =>
    Object.entries(place.samples).map(([field, sample]) => fieldOf(place, field, sample)),
  )
}

function fieldOf({ name, record, drops = [] }: Place, field: string, sample: Sample): GraphField {
  const changed = (change: (graph: KnowledgeGraph) => unknown) => {
    const graph = plainGraph()
    change(graph)
    layoutGraph(graph)
    return graph
  }
  const variants = sample.values.map((value): Variant => {
    const graph = changed((made) => {
      Object.assign(record(made), { [field]: structuredClone(value) })
      sample.also?.(made, value as never)
    })
    return { value, graph, ...markOf(value) }
  })
  return {
    ...{ name: `${name}.${field}`, variants },
    withoutRecord: (sample.ofOntology ? [...drops, dropUnused] : drops).map(changed),
    ...(!sample.always && { without: changed(record) }),
  }
}

function markOf(value: unknown): { mark?: string } {
  const mark = /zq[a-z]+/.exec(JSON.stringify(value) ?? '')?.[0]
  return mark === undefined ? {} : { mark }
}

const text: Sample = { values: ['zqone', 'zqtwo'] }
const alwaysText: Sample = { ...text, always: true }
const truth: Sample = { values: [true] }
const number: Sample = { values: [1733, 1744] }
const citations: Sample = {
  values: [[{ source: 'lwj' }], [{ source: 'lwj' }, { source: 'bbc' }]],
}
const rivals = (rival: Partial<RivalAttributes>): Sample => ({
  values: [[{ ...evidence(), ...rival }]],
})

/** Days that formats bend, whole or in part. */
const dates = {
  '1733': ['1733-01-01', '1733-12-31'],
  '1733~': ['1732-01-01', '1734-12-31'],
  '1733?': ['1733-01-01', '1733-12-31'],
  '1733-05': ['1733-05-01', '1733-05-31'],
  '1733-05-27': ['1733-05-27', '1733-05-27'],
  '1733-05-27/1734': ['1733-05-27', '1734-12-31'],
  '1733/..': ['1733-01-01', undefined],
  '1733/': ['1733-01-01', undefined],
  '../1733': [undefined, '1733-12-31'],
  '173X': ['1730-01-01', '1739-12-31'],
  '-0043': ['-0043-01-01', '-0043-12-31'],
} as const

function bounded(when: string): { when: string; start?: string; end?: string } {
  const [start, end] = dates[when as keyof typeof dates]
  return { when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
}

function dateOf(record: (graph: KnowledgeGraph) => object): Sample {
  return {
    values: Object.keys(dates),
    also: (graph, when: string) => Object.assign(record(graph), bounded(when)),
  }
}

const citation: Samples<CitationAttributes> = {
  source: { values: ['lwj', 'bbc'], always: true },
  at: text,
  quote: text,
}

const evidenceSamples = (record: (graph: KnowledgeGraph) => object) => ({
  when: dateOf(record),
  confidence: { values: confidences },
  citations,
  saidBy: { values: [['bob'], ['bob', 'imu']] },
  inferred: text,
  note: text,
})

type RivalSamples = Omit<Samples<RivalAttributes>, 'value' | 'target'>

const rivalSamples = (record: (graph: KnowledgeGraph) => object): RivalSamples => ({
  ...evidenceSamples(record),
  denied: truth,
})

/** A value has rivals with values, a relation rivals with targets: each is all that such a rival says. */
const ofValue: Pick<Samples<RivalAttributes>, 'value'> = { value: alwaysText }
const ofTie: Pick<Samples<RivalAttributes>, 'target'> = {
  target: { values: ['bob', 'raid'], always: true },
}

const node = (graph: KnowledgeGraph, id: string): NodeAttributes => graph.getNodeAttributes(id)
const rank = (graph: KnowledgeGraph) => firstOf(node(graph, 'ada').attributes.rank)
const date = (graph: KnowledgeGraph) => firstOf(node(graph, 'raid').attributes.when)
const edge = (graph: KnowledgeGraph): EdgeAttributes => graph.getEdgeAttributes('ada--leads--imu')

function firstOf<Item>([first]: readonly Item[] = []): Item {
  if (first === undefined) throw new Error('The graph lacks a record.')
  return first
}

const ontology = (graph: KnowledgeGraph) => graph.getAttribute('ontology')
const person = (graph: KnowledgeGraph) => ontology(graph).entities.person as EntityTypeAttributes
const leads = (graph: KnowledgeGraph) => ontology(graph).relations.leads as RelationTypeAttributes

const nodeSamples: Samples<NodeAttributes> = {
  label: alwaysText,
  type: {
    values: ['person', 'group', 'zqtype'],
    always: true,
    also: (graph, type: string) => {
      node(graph, 'ada').types = [type, 'thing']
      ontology(graph).entities[type] ??= entityType(type)
    },
  },
  // These follow from the ontology, where they are looked at.
  types: { values: [] },
  aliases: { values: [['zqone'], ['zqtwo']] },
  summary: text,
  unnamed: truth,
  count: number,
  // Of what happened.
  when: { values: [] },
  attributes: {
    values: [
      { rank: [claim('colonel')], zqname: [claim('value')] },
      { rank: [claim('7'), claim('true')] },
      { rank: [claim(7), claim(true)] },
    ],
  },
}

/** A thing that happened has its date, and a claim of it. */
const eventSamples = {
  when: {
    values: Object.keys(dates),
    also: (graph: KnowledgeGraph, when: string) => {
      const told = { ...claim(when), ...bounded(when) }
      Object.assign(node(graph, 'raid'), { ...bounded(when), attributes: { when: [told] } })
    },
  },
}

const valueSamples: Omit<Samples<AttributeClaimAttributes>, 'rivals'> = {
  ...evidenceSamples(rank),
  value: { values: ['zqone', 1.5, 7, true, 'true', '7'], always: true },
}

const edgeSamples: Omit<Samples<EdgeAttributes>, 'rivals'> = {
  ...evidenceSamples(edge),
  relation: {
    values: ['leads', 'zqrelation'],
    ...{ always: true, ofOntology: true },
    also: (graph, relation: string) => {
      ontology(graph).relations[relation] ??= relationType(relation)
      edge(graph).label = relation
    },
  },
  // Follows from the ontology, where it is looked at.
  kind: { values: [] },
  label: {
    ...{ ...alwaysText, ofOntology: true },
    also: (graph, label: string) => Object.assign(leads(graph), { label }),
  },
  symmetric: {
    ...truth,
    ofOntology: true,
    also: (graph) => Object.assign(leads(graph), { symmetric: true }),
  },
  role: text,
  event: {
    values: [
      { id: 'zqid', label: 'the feast' },
      { id: 'feast', label: 'zqlabel' },
    ],
    also: (graph) => Object.assign(leads(graph), { says: '{source} led {target} at {event}' }),
  },
}

const sourceSamples: Samples<SourceAttributes> = {
  title: alwaysText,
  ...{ publisher: text, author: text, kind: text, note: text, language: text },
  url: { values: ['https://zqone.example/'] },
  archive: { values: ['https://zqone.example/'] },
  published: { values: ['1733-05-27', '1733-05', '1733~'] },
  accessed: { values: ['1733-05-27', '1733-05'] },
  reliability: { values: ['A', 'B'] },
  ...{ paragraphs: number, pages: number },
}

const entityTypeSamples: Samples<EntityTypeAttributes> = {
  label: alwaysText,
  types: {
    values: [['person', 'zqparent', 'thing']],
    always: true,
    also: (graph) => {
      node(graph, 'ada').types = person(graph).types
    },
  },
  ...{ abstract: truth, dated: truth, transit: { values: [false] } },
  colour: { values: ['#112233', '#445566'], always: true },
  stix: { values: ['individual', 'threat-actor'] },
  ftm: { values: ['Person', 'Vessel'] },
}

const relationTypeSamples: Samples<RelationTypeAttributes> = {
  label: alwaysText,
  inverseLabel: alwaysText,
  inverse: text,
  symmetric: truth,
  kind: {
    ...alwaysText,
    also: (graph) => {
      edge(graph).kind = leads(graph).kind
    },
  },
  from: { values: [['person'], ['group']], always: true },
  to: { values: [['person'], ['group']], always: true },
  says: { values: ['{source} zqone {target}'], always: true },
  saysInverse: { values: ['{target} zqone {source}'], always: true },
  stix: { values: ['targets', '^zqone'] },
  ftm: { values: ['Directorship', 'Ownership'] },
}

const identitySamples: Samples<IdentityAttributes> = {
  verdict: { values: ['same', 'different', 'undecided'], always: true },
  entities: {
    values: [
      ['ada', 'bob'],
      ['ada', 'imu'],
    ],
    always: true,
  },
  reason: alwaysText,
  citations,
}

const graphSamples: Omit<Samples<GraphAttributes>, 'generator' | 'counts'> = {
  name: alwaysText,
  // What these hold is looked at below.
  ...{ ontology: { values: [] }, sources: { values: [] }, identity: { values: [] } },
}

const claims = [
  ['value', rank, { value: 'other' }],
  ['date', date, { value: '1740' }],
  ['edge', edge, { target: 'bob' }],
] as const

const dropsOfClaim: Readonly<{ [name: string]: Place['drops'] }> = {
  value: [dropRank],
  date: [dropDate, dropRaid],
}

const places: Place[] = [
  { name: 'graph', samples: graphSamples, record: (graph) => graph.getAttributes() },
  { name: 'node', samples: nodeSamples, record: (graph) => node(graph, 'ada') },
  { name: 'event', samples: eventSamples, record: undatedRaid, drops: [dropRaid] },
  { name: 'value', samples: valueSamples, record: rank, drops: [dropRank] },
  {
    name: 'date',
    samples: withoutDate(evidenceSamples(date)),
    record: date,
    drops: [dropDate, dropRaid],
  },
  { name: 'edge', samples: edgeSamples, record: edge },
  ...claims.flatMap(([name, record, rival]) => placesOfClaim(name, record, rival)),
  {
    ...{ name: 'identity', samples: identitySamples },
    record: (graph) => firstOf(graph.getAttribute('identity')),
    drops: [dropIdentity],
  },
  citationIn('identity', (graph) => firstOf(graph.getAttribute('identity')), [dropIdentity]),
  ...([[], [{ source: 'lwj' }]] as const).map((cited) => ({
    ...{ name: cited.length === 0 ? 'source' : 'source cited', samples: sourceSamples },
    record: (graph: KnowledgeGraph) => {
      edge(graph).citations = cited
      return graph.getAttribute('sources').lwj as object
    },
    drops: [(graph: KnowledgeGraph) => graph.setAttribute('sources', {})],
  })),
  ...(['person', 'unused'] as const).map((id) => ({
    ...{ name: `entity type ${id}`, samples: entityTypeSamples },
    record: (graph: KnowledgeGraph) => ontology(graph).entities[id] as object,
    drops: [dropUnused],
  })),
  ...(['leads', 'unused'] as const).map((id) => ({
    ...{ name: `relation type ${id}`, samples: relationTypeSamples },
    record: (graph: KnowledgeGraph) => ontology(graph).relations[id] as object,
    drops: [dropUnused],
  })),
]

/** The date of something that happened is its value, and no evidence for it. */
function withoutDate<Table extends { when: Sample }>({ when, ...others }: Table) {
  return others
}

/** Types that are in use cannot be missing, but what is counted of one is counted of all. */
function dropUnused(graph: KnowledgeGraph): void {
  const { entities, relations } = ontology(graph)
  delete entities.unused
  delete relations.unused
}

function dropRank(graph: KnowledgeGraph): void {
  node(graph, 'ada').attributes = {}
}

function dropDate(graph: KnowledgeGraph): void {
  node(graph, 'raid').attributes = {}
}

function dropRaid(graph: KnowledgeGraph): void {
  graph.dropNode('raid')
}

function undatedRaid(graph: KnowledgeGraph): NodeAttributes {
  const { when, start, end, ...others } = node(graph, 'raid')
  graph.replaceNodeAttributes('raid', { ...others, attributes: {} })
  return node(graph, 'raid')
}

function dropIdentity(graph: KnowledgeGraph): void {
  graph.setAttribute('identity', [])
}

type ClaimIn = (graph: KnowledgeGraph) => { rivals: RivalAttributes[]; citations: unknown }

/** Whether a claim has rivals, what they say, and what they and it cite. */
function placesOfClaim(name: string, record: ClaimIn, rival: Partial<RivalAttributes>): Place[] {
  const rivalIn = (graph: KnowledgeGraph) => {
    const claimed = record(graph)
    if (claimed.rivals.length === 0) claimed.rivals.push({ ...evidence(), ...rival })
    return firstOf(claimed.rivals)
  }
  const said = name === 'edge' ? ofTie : name === 'date' ? {} : ofValue
  // The plain graph has neither rivals nor citations.
  const drops = [() => {}, ...(dropsOfClaim[name] ?? [])]
  return [
    { name, samples: { rivals: rivals(rival) }, record, drops },
    citationIn(name, record, drops),
    {
      ...{ name: `${name}.rival`, samples: { ...rivalSamples(rivalIn), ...said } },
      ...{ record: rivalIn, drops },
    },
    citationIn(`${name}.rival`, rivalIn, drops),
  ]
}

function citationIn(
  name: string,
  record: (graph: KnowledgeGraph) => { citations: unknown },
  drops: Place['drops'] = [],
): Place {
  return {
    ...{ name: `${name}.citation`, samples: citation, drops },
    record: (graph) => {
      const told = { source: 'bbc' }
      record(graph).citations = [told]
      return told
    },
  }
}

/** Of everything one, and nothing of it that can be missing. */
function plainGraph(): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  graph.replaceAttributes({
    name: 'Plain',
    ontology: {
      entities: {
        ...{ person: entityType('person'), group: entityType('group') },
        ...{ raid: { ...entityType('raid'), dated: true }, unused: entityType('unused') },
      },
      relations: { leads: relationType('leads'), unused: relationType('unused') },
    },
    sources: {
      bbc: { title: 'News', file: 'sources/bbc.yaml', line: 1 },
      lwj: { title: 'Journal', file: 'sources/lwj.yaml', line: 1 },
    },
    identity: [{ verdict: 'different', entities: ['ada', 'bob'], reason: 'Met.', citations: [] }],
    generator: 'dossier test',
    counts: { entities: 4, relations: 1, claims: 3, sources: 2 },
  })
  graph.addNode('ada', plainNode('person', { attributes: { rank: [claim('colonel')] } }))
  graph.addNode('bob', plainNode('person'))
  graph.addNode('imu', plainNode('group'))
  const happened = { when: '1740', start: '1740-01-01', end: '1740-12-31' }
  graph.addNode(
    'raid',
    plainNode('raid', {
      ...happened,
      attributes: { when: [{ ...claim('1740'), ...happened }] },
    }),
  )
  // The second is a stint that some formats join with the first.
  for (const key of ['ada--leads--imu', 'ada--leads--imu--2']) {
    graph.addEdgeWithKey(key, 'ada', 'imu', {
      ...{ relation: 'leads', kind: 'social', label: 'leads', symmetric: false },
      ...{ ...evidence(), rivals: [], file: 'people/ada.yaml', line: 7 },
    })
  }
  return graph
}

function plainNode(type: string, more: Partial<NodeAttributes> = {}): NodeAttributes {
  const base = { label: `A ${type}`, type, types: [type, 'thing'], aliases: [], unnamed: false }
  return { ...base, attributes: {}, file: `${type}s/file.yaml`, line: 1, ...more }
}

function claim(value: string | number | boolean): AttributeClaimAttributes {
  return { value, ...evidence(), rivals: [], file: 'people/ada.yaml', line: 7 }
}

function evidence(): Pick<RivalAttributes, 'citations' | 'saidBy'> {
  return { citations: [], saidBy: [] }
}

function entityType(id: string): EntityTypeAttributes {
  const types = [id, 'thing']
  return { label: id, types, abstract: false, dated: false, transit: true, colour: '#c2410c' }
}

function relationType(id: string): RelationTypeAttributes {
  return {
    ...{ label: id, inverseLabel: `${id} back`, symmetric: false, kind: 'social' },
    ...{ from: [], to: [], says: `{source} ${id} {target}`, saysInverse: `{target} by {source}` },
  }
}
