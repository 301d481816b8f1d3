import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { ftm } from '../../src/exports/ftm/ftm.ts'
import { ftmName, ftmText } from '../../src/exports/ftm/ftm-text.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { projectEvents } from '../../src/graph/project-events.ts'
import { edgeSchemata } from '../../src/imports/ftm/ftm-schemata.ts'
import { ftmLinks } from '../../src/model/ftm-words.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { mappedGraph } from '../exports/mapped-graph.ts'
import { compiled, jsonOf } from '../graph/sources-of.ts'
import { expectGolden } from './expect-golden.ts'
import { filesOf, importText } from './import-text.ts'
import { randomImported } from './random-imported.ts'
import { saidBy } from './same-graph.ts'

// What `dossier export ftm` writes, read again: only what its report calls left out, tidied or repeated is missing.

const { graph: shipped } = compile(await readSources('graph-data'))

test('the shipped data come back, minus exactly what the report says', async () => {
  const { files, remarks } = await importText('ftm', textOf(shipped))
  const again = compiled(files)
  expect(again.diagnostics).toEqual([])
  expect(remarks).toEqual([])
  expect(withoutOntology(again.graph)).toEqual(withoutOntology(shipped))
  expect(lossesOf(shipped)).toMatchInlineSnapshot(`
    {
      "attributes-as-text": 35,
      "dates-as-text": 13,
      "evidence-as-text": 143,
      "name-left-out": 1,
      "ontology-left-out": 52,
      "words-unfit": 1,
    }
  `)
})

test('what types and relations are called in FollowTheMoney comes back with them', async () => {
  const again = compiled((await importText('ftm', textOf(shipped))).files).graph
  const used = (key: 'entities' | 'relations', names: readonly string[]) => {
    const wordsIn = (graph: KnowledgeGraph) =>
      names.map((name) => [name, graph.getAttribute('ontology')[key][name]?.ftm])
    expect(wordsIn(again)).toEqual(wordsIn(shipped))
  }
  used('entities', [...new Set(shipped.mapNodes((_, { type }) => type))])
  used('relations', [...new Set(shipped.mapEdges((_, { relation }) => relation))])
})

test('an awkward graph comes back, minus exactly what the report says', async () => {
  await expectGolden('ftm-own', await importText('ftm', textOf(mappedGraph())))
  const { graph } = compiled((await importText('json', jsonOf(mappedGraph()))).files)
  const again = await roundTrip(graph)
  expect(withoutOntology(again)).toEqual(tidied(withoutOntology(graph)))
  expect(lossesOf(graph)).toMatchInlineSnapshot(`
    {
      "attributes-as-text": 15,
      "dates-as-text": 9,
      "evidence-as-text": 5,
      "name-left-out": 1,
      "ontology-left-out": 10,
      "rivals-as-text": 4,
      "tidied-texts": 1,
      "words-missing": 1,
    }
  `)
  expect(saidBy(await roundTrip(again))).toEqual(saidBy(again))
})

const townHall = {
  'ontology.yaml': `name: Town hall
entities:
  person: { ftm: Person, attributes: { rank: text, born: { list: date }, tall: number } }
  office: { ftm: Position }
  hall: { ftm: Address }
  council: { dated: true, ftm: Event }
relations:
  holds: { from: person, to: office, ftm: Occupancy }
  kin-of: { symmetric: true, from: person, to: person, ftm: Family }
  follows: { from: person, to: person, ftm: ^Succession }
  sat-in: { from: person, to: council, ftm: ^involved }
  heard-of: { from: council, to: [person, hall] }
  knows: { from: person, to: person, label: had seen }
  admires: { from: person, to: person }
  met-in: { from: council, to: hall, ftm: addressEntity }
`,
  'sources/a.yaml': `title: Minutes
url: https://a.example/1
archive: https://archive.example/1
published: 2009/2010
accessed: 2012~
language: en
pages: 3
note: "Kept by: the clerk\\nin two rooms"
`,
  'sources/b.yaml': 'title: Letter\narchive: https://archive.example/2\npublished: 2011-05\n',
  'people/ada.yaml': `type: person
name: Ada
unnamed: true
count: 3
summary: town-hall
aliases: [mayor, "2010"]
cite: a#page2
attributes:
  rank: { value: "12", when: 2010/2010, said-by: [bob, council], note: "Source: none\\nNote: two lines" }
  born: [{ value: 1970, rivals: [{ value: 1971, cite: b }, { denied: true, said-by: bob }] }, 1970-05]
  tall: 1.5
relations:
  - { holds: mayor, as: acting, when: 2010/2010, rivals: [{ target: town-hall }, { when: 2011 }] }
  - { kin-of: bob, as: aunt }
  - { follows: bob, confidence: possible, inferred: "Because: it fits" }
  - { knows: bob, as: had seen }
  - { admires: ada, note: In the mirror }
  - { sat-in: council, as: chair, cite: { source: b, at: "x (y)", quote: "in the: chair" } }
`,
  'people/bob.yaml': 'type: person\nname: Bob\n',
  'places/mayor.yaml': 'type: office\nname: Mayor\n',
  'places/town-hall.yaml': 'type: hall\nname: Town hall\n',
  'councils/council.yaml': `type: council
name: Council
when: { value: 2010~, cite: b, inferred: From the letter, rivals: [{ value: "2011", cite: a }] }
relations: [{ heard-of: ada, as: witness }, { heard-of: bob }, { met-in: town-hall }]
`,
  'identity.yaml': 'undecided:\n  - { entities: [ada, bob], reason: "No: unclear", cite: b }\n',
}

test('what has no place in the schemata comes back from the lines beside it', async () => {
  const { graph, diagnostics } = compiled(townHall)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const again = await roundTrip(graph)
  expect(withoutOntology(again)).toEqual(withoutOntology(graph))
  const wordOf = (relation: string) => again.getAttribute('ontology').relations[relation]?.ftm
  expect(['follows', 'sat-in', 'heard-of', 'knows', 'met-in'].map(wordOf)).toEqual([
    ...['^Succession', '^involved', undefined, undefined, 'addressEntity'],
  ])
  expect(again.getEdgeAttribute('ada--knows--bob', 'label')).toBe('had seen')
})

test('nothing hangs on the order in which a program keeps the values of a property', async () => {
  const { graph } = compiled(townHall)
  const lines = linesOf(graph)
  for (const { properties } of lines) {
    for (const values of Object.values(properties)) values.reverse()
  }
  const { files } = await importText('ftm', lines.map((line) => JSON.stringify(line)).join('\n'))
  const again = compiled(files).graph
  for (const one of [graph, again]) {
    one.updateEachNodeAttributes((_, { aliases, attributes, ...rest }) => {
      const values = Object.entries(attributes).map(([name, claims]) => [
        name,
        claims.toSorted((a, b) => compareText(String(a.value), String(b.value))),
      ])
      return { ...rest, aliases: aliases.toSorted(), attributes: Object.fromEntries(values) }
    })
  }
  expect(withoutOntology(again)).toEqual(withoutOntology(graph))
  expect(again.getEdgeAttribute('council--heard-of--ada', 'label')).toBe('heard of')
})

test('a projection comes back with what its ties are made of in their notes', async () => {
  const again = await roundTrip(projectEvents(shipped, 'raid'))
  const [edge = ''] = again.filterEdges((_, { relation }) => relation === 'took-part-with')
  expect(again.getEdgeAttribute(edge, 'note')).toMatch(/^Event: .+ \([a-z0-9-]+\)$/m)
})

test('a graph of any texts comes back, and what came back once does so again', async () => {
  let exact = 0
  await fc.assert(
    fc.asyncProperty(randomImported, async (imported) => {
      const { graph } = compiled(filesOf(imported, 'sample'))
      fc.pre(graph.order > 0)
      const again = await roundTrip(graph)
      const lost = lossesOf(graph)
      if (!lost['tidied-texts'] && !lost['repeated-values']) {
        exact++
        expect(withoutOntology(again)).toEqual(withoutOntology(graph))
      }
      expect(saidBy(await roundTrip(again))).toEqual(saidBy(again))
    }),
    { numRuns: 400 },
  )
  expect(exact).toBeGreaterThan(20)
})

test('what other programs add to an export becomes part of the base, and what they change counts', async () => {
  const lines = linesOf(mappedGraph())
  const propertiesOf = (id: string) => lines.find((line) => line.id === id)?.properties ?? {}
  Object.assign(propertiesOf('ada'), { country: ['uz'], sourceUrl: ['https://news.example/ada'] })
  propertiesOf('ada').keywords?.push('Wanted list')
  propertiesOf('ada').notes?.push('Seen in Kunduz.')
  propertiesOf('raid').date = ['2012-03-25']
  propertiesOf('raid').involved?.push('bob')
  Object.assign(propertiesOf('bob--leads--imu--2'), { status: ['ended'], proof: ['doc-1'] })
  Object.assign(propertiesOf('formula--praises--ada'), { date: ['2013'] })
  const added = [
    {
      id: 'Q1',
      schema: 'Company',
      properties: { name: ['Acme Ltd'], keywords: ['trade'], description: ['Type: limited'] },
    },
    { id: 'own-1', schema: 'Ownership', properties: { owner: ['imu'], asset: ['Q1'] } },
    { id: 'doc-1', schema: 'Document', properties: { title: ['Court file'] } },
  ]
  const text = [...lines, ...added].map((line) => JSON.stringify(line)).join('\n')
  const { files } = await importText('ftm', text)
  const { graph, diagnostics } = compiled(files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(graph.getNodeAttributes('ada').attributes).toMatchObject({
    country: [{ value: 'uz', citations: [{ source: 'news-example-ada' }, { source: 'sample' }] }],
    keywords: [{ value: 'Wanted list' }],
    notes: [{ value: 'Seen in Kunduz.' }],
    rank: [{ value: 'colonel', when: '2009' }],
  })
  expect(graph.getNodeAttribute('raid', 'when')).toBe('2012-03-25')
  expect(graph.getEdgeAttributes('raid--involved--bob')).toMatchObject({ when: '2012-03-25' })
  expect(graph.hasEdge('raid--involved--ada')).toBe(false)
  expect(graph.getEdgeAttributes('bob--leads--imu--2')).toMatchObject({
    citations: [{ source: 'court-file' }],
    confidence: 'doubtful',
    note: 'status: ended',
  })
  expect(graph.getEdgeAttribute('formula--praises--ada', 'when')).toBe('2013')
  expect(graph.getNodeAttributes('acme-ltd')).toMatchObject({ type: 'company' })
  expect(graph.hasEdge('imu--owns--acme-ltd')).toBe(true)
})

test('every link that an ontology may name can be read', () => {
  for (const [schema, [{ property: source }, { property: target }]] of Object.entries(ftmLinks)) {
    expect(edgeSchemata.get(schema), schema).toMatchObject({ source, target })
  }
})

async function roundTrip(graph: KnowledgeGraph): Promise<KnowledgeGraph> {
  return compiled((await importText('ftm', textOf(graph))).files).graph
}

interface FtmLine {
  readonly id: string
  readonly schema: string
  readonly properties: Record<string, string[]>
}

function linesOf(graph: KnowledgeGraph): FtmLine[] {
  return textOf(graph)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function textOf(graph: KnowledgeGraph): string {
  return [...ftm.write(graph)].join('')
}

function lossesOf(graph: KnowledgeGraph): Record<string, number> {
  return Object.fromEntries(ftm.losses(graph).map(({ kind, count }) => [kind, count]))
}

/** All that a graph says, but for its name and its ontology, and what edges have from there. */
function withoutOntology(graph: KnowledgeGraph) {
  const { nodes, edges, attributes } = saidBy(graph)
  const { name: _n, ontology: _o, ...told } = attributes as Record<string, unknown>
  return {
    attributes: told,
    nodes,
    edges: edges.map(({ attributes: { kind: _k, label: _l, ...edge } = {}, ...ends }) => ({
      ...ends,
      edge,
    })),
  }
}

/** The same with every text as FollowTheMoney keeps it. */
function tidied({ nodes, ...rest }: ReturnType<typeof withoutOntology>) {
  const named = nodes.map(({ key, attributes }) => {
    const { label = '', aliases = [], ...told } = attributes ?? {}
    const names = { label: ftmName(label), aliases: aliases.map(ftmName) }
    return { key, attributes: { ...tidiedTexts(told), ...names } }
  })
  return { ...tidiedTexts(rest), nodes: named }
}

function tidiedTexts<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'string' ? ftmText(one) : one,
  )
}
