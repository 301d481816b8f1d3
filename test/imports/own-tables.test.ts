import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { csv } from '../../src/exports/csv/csv.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { ownTableOf } from '../../src/imports/own-tables/own-table.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled, jsonOf } from '../graph/sources-of.ts'
import { connectedImported } from './connected-imported.ts'
import { expectGolden } from './expect-golden.ts'
import { filesOf, type ImportedText, importFiles, importText } from './import-text.ts'
import { saidBy } from './same-graph.ts'

type Tables = Readonly<Record<string, string>>

test.each([true, false])('the shipped data come back, minus the report; raw: %s', async (raw) => {
  const { graph } = compile(await readSources('graph-data'))
  const lost = csv.losses(graph).map(({ kind, count, example }) => [kind, count, example])
  expect(lost).toEqual([['name-left-out', 1, 'The IMU in northern Afghanistan']])
  const { files, remarks } = await imported(tablesOf(graph, raw), raw)
  const again = compiled(files)
  expect(again.diagnostics).toEqual([])
  expect(remarks).toEqual([])
  expect(again.graph.getAttribute('name')).toBe('nodes')
  again.graph.setAttribute('name', graph.getAttribute('name'))
  expect(saidBy(again.graph)).toEqual(saidBy(graph))
})

test('an awkward graph comes back, minus what the report says', async () => {
  const own = await imported(tablesOf(awkwardGraph()))
  await expectGolden('csv-own', own)
  const { graph } = compiled(own.files)
  expect(graph.nodes()).toEqual(awkwardGraph().nodes())
  expect(graph.edges().sort()).toEqual(awkwardGraph().edges().sort())
  const again = await imported(tablesOf(graph))
  expect(again.remarks).toEqual([])
  expect(saidBy(compiled(again.files).graph)).toEqual(saidBy(graph))
})

test('any graph comes back from its tables as it does from its JSON', async () => {
  await fc.assert(
    fc.asyncProperty(connectedImported, fc.boolean(), async (random, raw) => {
      const { graph } = compiled(filesOf(random, 'sample'))
      // The one thing that the tables do not hold.
      graph.setAttribute('name', 'nodes')
      expect(await imported(tablesOf(graph, raw), raw)).toEqual(
        await importText('json', jsonOf(graph)),
      )
    }),
    { numRuns: 150 },
  )
})

describe('tables that a spreadsheet has saved', () => {
  test.each<readonly [string, papaparse.UnparseConfig, string]>([
    ['with semicolons and a byte order mark', { delimiter: ';' }, '\ufeff'],
    ['with tabs and other line ends', { delimiter: '\t', newline: '\n' }, ''],
    ['with everything quoted', { quotes: true }, ''],
  ])('%s', async (_, config, beginning) => {
    const tables = changed(tablesOf(awkwardGraph()), (rows) => rows, { config, beginning })
    expect(tables).not.toEqual(tablesOf(awkwardGraph()))
    expect(await imported(tables)).toEqual(await imported(tablesOf(awkwardGraph())))
  })

  test.each<readonly [string, (rows: string[][]) => string[][]]>([
    ['columns in another order', (rows) => rows.map((row) => row.toReversed())],
    ['rows in another order', ([head = [], ...rows]) => [head, ...rows.toReversed()]],
    ['an empty row', (rows) => [...rows, rows[0]?.map(() => '') ?? []]],
    ['an empty column', (rows) => rows.map((row) => [...row, ''])],
    ['truth in capitals', capitals],
    ['without columns that only repeat others', withoutRepeated],
  ])('%s', async (_, change) => {
    const tables = changed(tablesOf(awkwardGraph()), change)
    const graph = graphOf(await imported(tables))
    expect(saidBy(graph)).toEqual(saidBy(graphOf(await imported(tablesOf(awkwardGraph())))))
  })

  test('decimals with a comma', async () => {
    const commas = (rows: string[][]) =>
      rows.map((row) => row.map((cell) => cell.replace(/^(-?\d+)\.(\d+)$/, '$1,$2')))
    const tables = changed(tablesOf(awkwardGraph()), commas, { config: { delimiter: ';' } })
    expect(tables['claims.csv']).toContain('81,5')
    expect(await imported(tables)).toEqual(await imported(tablesOf(awkwardGraph())))
  })
})

test('whole numbers with a point, as programs write them that know no empty number', async () => {
  const { graph } = compiled({
    ...small,
    'sources/bbc.yaml': 'title: News\nparagraphs: 9\n',
    'people/bob.yaml': 'type: person\nunnamed: true\ncount: 2\nname: Bob\n',
  })
  const points = (rows: string[][]) =>
    rows.map((row) =>
      row.map((cell) => (/^\d+$/.test(cell) && cell !== '1840' ? `${cell}.0` : cell)),
    )
  const { 'claims.csv': claims = '', ...others } = tablesOf(graph)
  const tables: Tables = { ...changed(others, points), 'claims.csv': claims }
  expect(tables['sources.csv']).toContain('9.0')
  expect(await imported(tables)).toEqual(await imported(tablesOf(graph)))
})

const repeated = [
  'sentence',
  'subject_label',
  'object_label',
  'claims',
  'rivals',
  'start',
  'end',
  'x',
]

function withoutRepeated([head = [], ...rows]: string[][]): string[][] {
  return [head, ...rows].map((row) => row.filter((_, at) => !repeated.includes(head[at] ?? '')))
}

function capitals(rows: string[][]): string[][] {
  return rows.map((row) =>
    row.map((cell) => (/^(true|false)$/.test(cell) ? cell.toUpperCase() : cell)),
  )
}

const ontology = `name: Letters
entities:
  person: { label: Person, attributes: { rank: text, born: number } }
  group: { label: Group }
  place: { label: Place }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation }
  in: { from: [person, group], to: place, kind: location }
`

const small = {
  'ontology.yaml': ontology,
  'people/ada.yaml': `type: person
name: Ada
attributes:
  rank: { value: countess, cite: bbc#p2 }
  born: { value: 1815, cite: bbc#p2 }
relations:
  - leads: club
    as: chair
    when: 1840
    cite: { source: bbc, at: p3, quote: took the chair }
    rivals: [{ denied: true, said-by: bob }]
`,
  'people/bob.yaml': 'type: person\nname: Bob\n',
  'groups/club.yaml': 'type: group\nname: Club\n',
  'places/club-house.yaml': 'type: place\nname: Club\n',
  'sources/bbc.yaml': 'title: News\npublisher: BBC\n',
}

describe('rows that a person added', () => {
  test.each<readonly [string, Row, object]>([
    ['by ids', { source: 'bob', target: 'club', relation: 'leads' }, {}],
    ['by names', { source: 'Bob', target: 'Club', relation: 'leads' }, {}],
    ['from the other end', { source: 'club', target: 'bob', relation: 'led-by' }, {}],
    [
      'with evidence',
      {
        ...{ source: 'bob', target: 'club', relation: 'leads', role: 'guest', said_by: 'Ada' },
        ...{
          start: '1841',
          end: '1842',
          confidence: 'Probable',
          citations: 'bbc#p4;',
          note: 'So.',
        },
      },
      {
        ...{ role: 'guest', saidBy: ['ada'], when: '1841/1842', confidence: 'probable' },
        ...{ citations: [{ source: 'bbc', at: 'p4' }], note: 'So.' },
      },
    ],
    [
      'with what has no place of its own',
      {
        ...{ source: 'bob', target: 'club', relation: 'leads', confidence: 'rather' },
        ...{ start: 'spring', quotes: 'he led', rivals: 'rival: ada' },
      },
      { note: 'confidence: rather\nquote: he led\nrival: ada\ndate: spring' },
    ],
  ])('a relation %s', async (_, row, told) => {
    const graph = graphOf(await imported(withRows(smallTables(), 'edges', row)))
    expect(graph.size).toBe(2)
    expect(graph.getEdgeAttributes('bob--leads--club')).toMatchObject({
      ...{ relation: 'leads', kind: 'affiliation', citations: [], ...told },
    })
  })

  test('what a row cites is a source, be it an address or a name', async () => {
    const row = { source: 'bob', target: 'club', relation: 'leads' }
    const citations = 'https://a.example/x#y; The Times, 3 May'
    const graph = graphOf(await imported(withRows(smallTables(), 'edges', { ...row, citations })))
    const sources = Object.values(graph.getAttribute('sources'))
    expect(sources).toMatchObject([
      { title: 'https://a.example/x#y', url: 'https://a.example/x#y' },
      { title: 'News' },
      { title: 'The Times, 3 May' },
    ])
    expect(graph.getEdgeAttribute('bob--leads--club', 'citations')).toHaveLength(2)
  })

  test('a second stint that is a copy of the first, with its key', async () => {
    const tables = smallTables()
    const [edge = {}] = rowsOf(tables, 'edges')
    const later = { ...edge, when: '1850', role: '', rivals: '' }
    for (const rows of [
      [edge, later],
      [later, edge],
    ]) {
      const own = await imported({ ...tables, 'edges.csv': textOf(rows) })
      expect(own.remarks).toEqual([])
      const stints = graphOf(own).mapEdges((_, { when, role, rivals }) => [
        when,
        role,
        rivals.length,
      ])
      expect(stints).toEqual([
        ['1840', 'chair', 1],
        ['1850', undefined, 0],
      ])
    }
  })

  test('an entity with values, in columns that were there and in a new one', async () => {
    const tables = changed(smallTables(), ([head = [], ...rows]) => {
      if (!head.includes('unnamed')) return [head, ...rows]
      return [[...head, 'eyes'], ...rows.map((row) => [...row, ''])]
    })
    const eve = { label: 'Eve', type: 'person', rank: 'nurse', born: '1820', eyes: 'grey' }
    const own = await imported(withRows(tables, 'nodes', eve))
    expect(own.files['person/eve.yaml']).toBe(`type: person
name: Eve

attributes:
  born: 1820
  eyes: grey
  rank: nurse
`)
  })

  test('values are of the kind that others of their attribute have', async () => {
    const texts = {
      'people/bob.yaml': 'type: person\nname: Bob\nattributes: { seen-in: [Rome, Bonn] }\n',
    }
    const lists = ontology.replace('born: number', 'born: number, seen-in: { list: text }')
    const { graph, diagnostics } = compiled({ ...small, ...texts, 'ontology.yaml': lists })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const eve = { label: 'Eve; nurse', type: 'person', rank: '12', 'seen-in': 'Ulm; Graz\\; West' }
    const max = { label: 'Max', type: 'person', rank: 'nurse; cook' }
    const own = await imported(withRows(tablesOf(graph), 'nodes', { ...eve, born: '1820' }, max))
    expect(graphOf(own).getNodeAttribute('max', 'attributes').rank).toMatchObject([
      { value: 'nurse; cook' },
    ])
    expect(own.remarks).toEqual([])
    expect(graphOf(own).getNodeAttributes('eve-nurse')).toMatchObject({
      label: 'Eve; nurse',
      attributes: {
        rank: [{ value: '12' }],
        born: [{ value: 1820 }],
        'seen-in': [{ value: 'Ulm' }, { value: 'Graz; West' }],
      },
    })
  })

  test('start and end of an entity without a date are values of its own', async () => {
    const row = { label: 'Eve', type: 'person', start: '1820', end: '1890' }
    const graph = graphOf(await imported(withRows(smallTables(), 'nodes', row)))
    expect(graph.getNodeAttributes('eve')).toMatchObject({
      attributes: { start: [{ value: 1820 }], end: [{ value: 1890 }] },
    })
    expect(graph.getNodeAttribute('eve', 'when')).toBeUndefined()
  })

  test('an event of its own', async () => {
    const row = { id: 'ball', label: 'Ball', type: 'ball', when: '1840-05' }
    const graph = graphOf(await imported(withRows(smallTables(), 'nodes', row)))
    expect(graph.getNodeAttributes('ball')).toMatchObject({ when: '1840-05', type: 'ball' })
    expect(graph.getAttribute('ontology').entities.ball?.dated).toBe(true)
  })

  test('claims without a key, and a rival with the key of its claim', async () => {
    const rows = [
      { subject: 'Bob', predicate: 'rank', value: 'page', citations: 'bbc#p5', quotes: 'a page' },
      { subject: 'Bob', predicate: 'born', value: '1790' },
      { subject: 'bob', predicate: 'in', object: 'club-house' },
      { claim: 'ada#rank', rival: '1', subject: 'ada', predicate: 'rank', value: 'lady' },
      { claim: 'ada--leads--club', rival: '2', object: 'Bob' },
    ]
    const own = await imported(withRows(smallTables(), 'claims', ...rows))
    expect(own.remarks).toEqual([])
    const graph = graphOf(own)
    expect(graph.getNodeAttribute('bob', 'attributes')).toMatchObject({
      rank: [{ value: 'page', citations: [{ source: 'bbc', at: 'p5', quote: 'a page' }] }],
      born: [{ value: 1790, citations: [] }],
    })
    expect(graph.getNodeAttribute('ada', 'attributes').rank).toMatchObject([
      { value: 'countess', rivals: [{ value: 'lady' }] },
    ])
    expect(graph.hasEdge('bob--in--club-house')).toBe(true)
    expect(graph.getEdgeAttribute('ada--leads--club', 'rivals')).toMatchObject([
      { denied: true },
      { target: 'bob' },
    ])
  })

  test('columns of its own: values, notes, or told', async () => {
    const tables = changed(smallTables(), ([head = [], ...rows]) => [
      [...head, 'checked'],
      ...rows.map((row) => [...row, row[0] ?? '']),
    ])
    const own = await imported(
      withRows(tables, 'edges', { source: 'bob', target: 'club', relation: 'leads' }),
    )
    const graph = graphOf(own)
    expect(graph.getEdgeAttribute('bob--leads--club', 'note')).toBeUndefined()
    expect(graph.getNodeAttribute('ada', 'attributes').checked).toMatchObject([{ value: 'ada' }])
    expect(graph.getEdgeAttribute('ada--leads--club', 'note')).toBe('checked: ada--leads--club')
    expect(graph.getAttribute('sources').bbc?.note).toBe('checked: bbc')
    const counts = own.remarks.map(({ kind, count }) => [kind, count])
    expect(Object.fromEntries(counts)).toEqual({
      ...{ 'values-in-notes': 5, 'columns-in-notes': 1, 'surplus-cells': 5 },
    })
  })
})

describe('what tables do not agree on, or lack', () => {
  test.each<readonly [string, string, (row: Row) => Row | undefined, string]>([
    ['a role', 'edges', (row) => ({ ...row, role: 'guest' }), 'edges-p2: role'],
    ['a target', 'edges', (row) => ({ ...row, target: 'other' }), 'claims-p4: claim'],
    ['a row that is gone', 'edges', () => undefined, 'claims-p4: claim'],
    ['a value', 'nodes', (row) => ({ ...row, rank: row.rank && 'duke' }), 'nodes-p2: rank'],
  ])('%s: the table of claims holds, and it is told', async (_, table, change, example) => {
    const tables = smallTables()
    const before = rowsOf(tables, table)
    const rows = before.map(change).filter((row) => row !== undefined)
    const text = papaparse.unparse({
      fields: Object.keys(before[0] ?? {}),
      data: rows.map(Object.values),
    })
    const { files, remarks } = await imported({ ...tables, [`${table}.csv`]: text })
    expect(remarks).toContainEqual(
      expect.objectContaining({ kind: 'differing-tables', count: 1, example }),
    )
    const graph = compiled(files).graph
    expect(graph.getEdgeAttribute('ada--leads--club', 'role')).toBe('chair')
    expect(graph.getNodeAttribute('ada', 'attributes').rank).toMatchObject([{ value: 'countess' }])
  })

  test('an edge whose claim is gone stays, and it is told', async () => {
    const tables = smallTables()
    const claims = rowsOf(tables, 'claims').filter(({ about }) => about !== 'relation')
    const { files, remarks } = await imported({ ...tables, 'claims.csv': textOf(claims) })
    expect(remarks).toContainEqual(
      expect.objectContaining({ kind: 'differing-tables', example: 'edges-p2: claim' }),
    )
    expect(compiled(files).graph.getEdgeAttributes('ada--leads--club')).toMatchObject({
      ...{ role: 'chair', note: 'rival: denied (said by bob)' },
      citations: [{ source: 'bbc', at: 'p3', quote: 'took the chair' }],
    })
  })

  test('nodes and edges without their claims: evidence that is missing is told', async () => {
    const { 'nodes.csv': nodes = '', 'edges.csv': edges = '' } = smallTables()
    const { files, remarks } = await imported({ 'nodes.csv': nodes, 'edges.csv': edges })
    expect(remarks.map(({ kind, count, example }) => [kind, count, example])).toEqual([
      ['missing-evidence', 2, 'nodes-p2'],
      ['rivals-in-notes', 1, 'edges-p2'],
    ])
    const { graph } = compiled(files)
    expect(graph.getNodeAttribute('ada', 'types')).toEqual(['person'])
    expect(graph.getNodeAttribute('ada', 'attributes')).toMatchObject({
      rank: [{ value: 'countess', citations: [] }],
    })
    expect(graph.getEdgeAttributes('ada--leads--club')).toMatchObject({ kind: 'affiliation' })
  })

  test('nodes alone tell the types above theirs and the colours of all', async () => {
    const { graph } = compiled({
      'ontology.yaml': `name: Crew
entities:
  person: { label: Person, colour: "#123456" }
  captain: { is: person, colour: "#654321" }
`,
      'ada.yaml': 'type: person\nname: Ada\n',
      'zoe.yaml': 'type: captain\nname: Zoe\n',
    })
    layoutGraph(graph)
    const { 'nodes.csv': nodes = '' } = tablesOf(graph)
    const types = graphOf(await imported({ 'nodes.csv': nodes })).getAttribute('ontology').entities
    expect(types).toMatchObject({
      person: { types: ['person'], colour: '#123456' },
      captain: { types: ['captain', 'person'], colour: '#654321' },
    })
  })

  test('a second column of the same name is left out and told', async () => {
    const { 'nodes.csv': nodes = '', ...others } = smallTables()
    const again = nodes
      .split('\r\n')
      .map((line, at) => `${line},${at === 0 ? 'label' : at === 1 ? 'Countess' : ''}`)
    const { files, remarks } = await imported({ ...others, 'nodes.csv': again.join('\r\n') })
    expect(files['people/ada.yaml']).toContain('name: Ada\n')
    expect(remarks.map(({ kind, count, example }) => [kind, count, example])).toEqual([
      ['surplus-cells', 1, 'nodes-p2'],
    ])
  })

  test('claims alone: entities are made of the names beside their ids', async () => {
    const { 'claims.csv': claims = '' } = smallTables()
    const { files, remarks } = await imported({ 'claims.csv': claims })
    expect(remarks.map(({ kind, count, example }) => [kind, count, example])).toEqual([
      ['unknown-speakers', 1, 'ada--leads--club'],
      ['invented-entities', 2, 'ada'],
    ])
    const { graph } = compiled(files)
    expect(graph.mapNodes((id, { label }) => [id, label])).toEqual([
      ['ada', 'Ada'],
      ['club', 'Club'],
    ])
  })

  test('a name that two entities share is tied to none, unless the relation has one type alone', async () => {
    const tables = withRows(
      ...[smallTables(), 'edges'],
      ...[{ source: 'bob', target: 'Club', relation: 'in' }],
      ...[{ source: 'bob', target: 'Club', relation: 'knows' }],
    )
    const { files, remarks } = await imported(tables)
    expect(remarks.map(({ kind, count, example }) => [kind, count, example])).toEqual([
      ['unclear-ends', 1, 'edges-p4: "Club" is club or club-house'],
      ['guessed-ends', 1, 'edges-p3: "Club" is club or club-house; club-house was taken'],
    ])
    expect(compiled(files).graph.edges()).toEqual(['ada--leads--club', 'bob--in--club-house'])
  })

  test('rows that say nothing, and rivals of nothing', async () => {
    const one = withRows(smallTables(), 'claims', { subject: 'ada' }, { claim: 'x', rival: '1' })
    const two = withRows(one, 'nodes', { type: 'person' })
    const three = withRows(two, 'edges', { source: 'ada', target: 'club' })
    const four = withRows(three, 'sources', { publisher: 'Nobody' })
    const { remarks } = await imported(withRows(four, 'identity', { verdict: 'perhaps' }))
    expect(remarks.map(({ kind, count }) => [kind, count])).toEqual([
      ['left-out-rows', 5],
      ['left-out-rivals', 1],
    ])
  })

  test('a table of somebody else among them', async () => {
    const problem = await importFiles('csv', { ...smallTables(), 'people.csv': 'id,name\n1,Eve\n' })
    expect(problem).toMatch(/^"nodes.csv" is a table .* and "people.csv" is none/)
  })
})

test('the documentation names the columns that each table is known by', () => {
  const chapter = /### Tables of our own\n([\s\S]*?)\n## /.exec(
    readFileSync('docs/import.md', 'utf8'),
  )
  const told = [...(chapter?.[1] ?? '').matchAll(/^\| `([a-z-]+)` \|[^|]*\|([^|]*)\|/gm)]
  expect(told.map(([, table]) => table)).toEqual(csv.tables)
  for (const [, table, cell = ''] of told) {
    const columns = [...cell.matchAll(/`(\w+)`/g)].map(([, column = '']) => column)
    expect(ownTableOf(columns.toReversed())).toBe(table)
    for (const missing of columns) {
      expect(ownTableOf(columns.filter((column) => column !== missing))).toBeUndefined()
    }
  }
})

test('a mapping says what the columns of our own tables mean, too', async () => {
  const { 'nodes.csv': nodes = '' } = smallTables()
  const mapping = 'nodes.csv: { entities: { name: label, type: { value: somebody } } }'
  const own = await importFiles('csv', { 'nodes.csv': nodes }, { mapping })
  expect(own).toMatchObject({ files: { 'somebody/ada.yaml': 'type: somebody\nname: Ada\n' } })
})

type Row = Readonly<Record<string, string | undefined>>

async function imported(tables: Tables, raw = false): Promise<ImportedText> {
  const own = await importFiles('csv', tables, { raw })
  if (typeof own === 'string') throw new Error(own)
  return own
}

function graphOf({ files }: ImportedText): KnowledgeGraph {
  const { graph, diagnostics } = compiled(files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return graph
}

function tablesOf(graph: KnowledgeGraph, raw = false): Tables {
  return Object.fromEntries(
    csv.tables.map((table) => [`${table}.csv`, [...csv.write(graph, { table, raw })].join('')]),
  )
}

function smallTables(): Tables {
  const { graph, diagnostics } = compiled(small)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return tablesOf(graph)
}

/** Reads and writes tables as another program does. */
function changed(
  tables: Tables,
  change: (rows: string[][]) => string[][],
  { config = {}, beginning = '' }: { config?: papaparse.UnparseConfig; beginning?: string } = {},
): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, text]) => {
      const { data } = papaparse.parse<string[]>(text, { skipEmptyLines: true, delimiter: ',' })
      return [name, beginning + papaparse.unparse(change(data), config)]
    }),
  )
}

function rowsOf(tables: Tables, table: string): Row[] {
  const config = { header: true, skipEmptyLines: true } as const
  return papaparse.parse<Row>(tables[`${table}.csv`] ?? '', config).data
}

function textOf(rows: readonly Row[]): string {
  return papaparse.unparse([...rows])
}

/** The tables with rows at the end of one that fill in only some of its cells. */
function withRows(tables: Tables, table: string, ...rows: readonly Row[]): Tables {
  const name = `${table}.csv`
  const [head = [], ...others] = papaparse.parse<string[]>((tables[name] ?? '').trim()).data
  for (const row of rows) {
    for (const column of Object.keys(row)) expect(head).toContain(column)
  }
  const added = rows.map((row) => head.map((column) => row[column] ?? ''))
  return { ...tables, [name]: papaparse.unparse([head, ...others, ...added]) }
}

test('a cell that holds no word that belongs there is told with its row and column', async () => {
  const imported = await importFiles('csv', {
    'nodes.csv':
      'id,label,type,types,aliases,unnamed,count\nada,Ada,person,person;thing,,maybe,some\n',
    'entity-types.csv':
      'id,label,types,abstract,dated,transit,colour,stix,ftm\nperson,Person,person;thing,,,,blue,hero,Hero\n',
    'relation-types.csv':
      'id,label,inverse_label,symmetric,from,to,says,stix,ftm\nknows,Knows,,perhaps,zebra;person,person,,,Hero\n',
    'sources.csv': 'id,title,author,publisher,reliability,archive,pages\nbbc,News,,,good,,many\n',
  })
  if (typeof imported === 'string') throw new Error(imported)
  const told = imported.remarks.find(({ kind }) => kind === 'unfit-values')
  expect([told?.example, ...(told?.others ?? [])].sort()).toEqual([
    'bbc: reliability "good"',
    'entity-types-p2: colour "blue"',
    'entity-types-p2: ftm "Hero"',
    'entity-types-p2: stix "hero"',
    'nodes-p2: count "some"',
    'nodes-p2: unnamed "maybe"',
    'relation-types-p2: from "zebra"',
    'relation-types-p2: ftm "Hero"',
    'relation-types-p2: symmetric "perhaps"',
    'sources-p2: pages "many"',
  ])
  expect(imported.files['sources/bbc.yaml']).toContain('note: "reliability: good"')
})
