import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compiled } from '../graph/sources-of.ts'
import { expectGolden } from './expect-golden.ts'
import { type ImportedText, importFiles } from './import-text.ts'

const people = `﻿Id;Full name;Aliases;Kind;Born;Home;Score
p1;"Ada ""the Countess"" Lovelace";Ada King|A. A. Lovelace;Person;1815-12-10;https://a.example/ada;1
p2;Charles Babbage;;Person;1791-12-26;https://a.example/babbage;2.5

p3;"=HYPERLINK(""x"")";;Machine;;;-3
;;;;;;9
p2;Charles Babbage again;;Person;;;
`

const ties = `source,target,relation,since,until,confidence,cite,url,note,weight
p1,p2,knew,1833,,probable,letters#p4,,Met at a party.,1
p1,Charles Babbage,wrote to,1835-05-05,1852,,,https://letters.example/7,,3
p2,p3,built,circa 1832,,,,,,
p3,Nobody,replaced,soon,,,,,,
,p1,knew,,,,,,,
`

test('two tables whose columns are guessed', async () => {
  const imported = await importFiles('csv', { 'people.csv': people, 'ties.csv': ties })
  if (typeof imported === 'string') throw new Error(imported)
  await expectGolden('csv-guessed', imported)
})

test('each table calls things in its own way', async () => {
  const imported = await importFiles('csv', {
    'a.csv': 'source;target;relation\nA;B;knows\n',
    'b.csv': 'from,to,type\nB,C,likes\n',
    'c.csv': 'name,category\nD,company\n',
    'd.csv': 'name,kind\nE,person\n',
  })
  if (typeof imported === 'string') throw new Error(imported)
  const { graph } = compiled(imported.files)
  expect(graph.mapEdges((_, { relation }) => relation).sort()).toEqual(['knows', 'likes'])
  expect(['d', 'e'].map((id) => graph.getNodeAttribute(id, 'type'))).toEqual(['company', 'person'])
})

test('namesakes without ids are several, unless their rows are the same, and no tie goes to one in silence', async () => {
  const imported = await importFiles('csv', {
    'people.csv': 'name,born\nJohn Smith,1950\nJohn Smith,1960\nAnn,1970\nAnn,1970\n',
    'ties.csv': 'source,target,relation\nAnn,John Smith,knows\n',
  })
  if (typeof imported === 'string') throw new Error(imported)
  const { graph } = compiled(imported.files)
  expect(graph.nodes().sort()).toEqual(['ann', 'john-smith', 'john-smith-2'])
  expect(graph.size).toBe(0)
  expect(imported.remarks).toMatchObject([{ kind: 'unclear-ends', count: 1 }])
})

test('dates that make no period, or cannot stand in one, are not lost', async () => {
  const rows = [
    'a,b,knew,2005,2001',
    'a,b,met,spring 2001,',
    'a,b,left,2001,spring 2003',
    'a,b,led,2001,2003',
  ].join('\n')
  const imported = await importFiles('csv', {
    'ties.csv': `source,target,relation,start,end\n${rows}\n`,
  })
  if (typeof imported === 'string') throw new Error(imported)
  const text = Object.values(imported.files).join('')
  for (const kept of ['start: 2005', 'end: 2001', 'spring 2001', 'spring 2003', '2001/2003']) {
    expect(text).toContain(kept)
  }
})

test.each(['> quoted\nanswer', '| a |\n| b |', '>\nyes'])(
  'a note of several lines keeps its first: %j',
  async (note) => {
    const imported = await importFiles('csv', {
      'ties.csv': `source,target,relation,note\na,b,knew,"${note}"\n`,
    })
    if (typeof imported === 'string') throw new Error(imported)
    const { graph } = compiled(imported.files)
    expect(graph.mapEdges((_, attributes) => attributes.note)).toEqual([note])
  },
)

const namesakes = `id,name,type
g1,Georgia,country
g2,Georgia,state
p1,John Smith,person
p2,John Smith,person
a,Atlanta,city
t,Tbilisi,city
u,USA,country
`

describe('a name that two entities share', () => {
  const told = ({ remarks }: ImportedText) =>
    remarks.map(({ kind, count, example, others }) => [kind, count, example, others])

  test('is tied to none of them, and every row is told', async () => {
    const ties = 'source,target,relation\nJohn Smith,t,visited\na,John Smith,knew\np1,a,visited\n'
    const imported = await imports({ 'names.csv': namesakes, 'ties.csv': ties })
    expect(told(imported)).toEqual([
      [
        ...['unclear-ends', 2, 'ties-p2: "John Smith" is p1 or p2'],
        ['ties-p3: "John Smith" is p1 or p2'],
      ],
    ])
    expect(compiled(imported.files).graph.edges()).toEqual(['john-smith--visited--atlanta'])
  })

  test('is the one whose type other rows have at this end of the relation', async () => {
    const ties = 'source,target,relation\na,Georgia,in\nt,u,in\nGeorgia,u,state of\ng2,u,state of\n'
    const imported = await imports({ 'names.csv': namesakes, 'ties.csv': ties })
    expect(told(imported)).toEqual([
      [
        ...['guessed-ends', 2, 'ties-p2: "Georgia" is g1 or g2; g1 was taken'],
        ['ties-p4: "Georgia" is g1 or g2; g2 was taken'],
      ],
      ['joined-ties', 1, 'georgia-2--state-of--usa', []],
    ])
  })

  test('is none where the types at this end of the relation fit both or neither', async () => {
    const ties =
      'source,target,relation\na,Georgia,in\nt,g1,in\nt,g2,in\nt,Georgia,near\nt,a,near\n'
    const imported = await imports({ 'names.csv': namesakes, 'ties.csv': ties })
    expect(told(imported)).toEqual([
      [
        ...['unclear-ends', 2, 'ties-p2: "Georgia" is g1 or g2'],
        ['ties-p5: "Georgia" is g1 or g2'],
      ],
    ])
  })

  test('is the one whose type the row names', async () => {
    const mapping = `ties.csv:
  relations: { source: von, target: nach, relation: { value: in }, target-type: Art }
`
    const ties = 'von,nach,Art\na,Georgia,state\nt,Georgia,country\nt,Georgia,person\n'
    const imported = await imports({ 'names.csv': namesakes, 'ties.csv': ties }, mapping)
    expect(told(imported)).toEqual([
      ['unclear-ends', 1, 'ties-p4: "Georgia" is g1 or g2', []],
      [
        ...['guessed-ends', 2, 'ties-p2: "Georgia" is g1 or g2; g2 was taken'],
        ['ties-p3: "Georgia" is g1 or g2; g1 was taken'],
      ],
    ])
  })

  test('of a relation without direction is found at either end', async () => {
    const ties = `source,target,relation,type
a,Georgia,borders,Undirected
g1,t,borders,Undirected
`
    const imported = await imports({ 'names.csv': namesakes, 'ties.csv': ties })
    expect(told(imported)).toEqual([
      ['guessed-ends', 1, 'ties-p2: "Georgia" is g1 or g2; g1 was taken', []],
    ])
  })

  test('may be a key, and long or common: then the message is short', async () => {
    const name = 'x'.repeat(500)
    const rows = Array.from({ length: 8 }, (_, at) => `k${at},${name}`)
    const people = `id,name\n${rows.join('\n')}\nz,k1\n`
    const ties = `source,target,relation\nk1,${name},knew\n`
    const imported = await imports({ 'names.csv': people, 'ties.csv': ties })
    const short = `${'x'.repeat(59)}…`
    expect(told(imported)).toEqual([
      [...['unclear-ends', 1, `ties-p2: "${short}" is k0 or k1 or k2 or k3 or k4 or 3 others`], []],
    ])
  })

  test('by thousands in thousands of rows takes no time', async () => {
    const people = Array.from({ length: 20_000 }, (_, at) => `${at},Ann,t${at % 2}`)
    const ties = Array.from({ length: 20_000 }, () => 'Ann,0,knew')
    const { remarks } = await imports({
      'names.csv': `id,name,type\n${people.join('\n')}\n`,
      'ties.csv': `source,target,relation\n${ties.join('\n')}\n`,
    })
    expect(remarks.map(({ kind, count, others }) => [kind, count, others.length])).toEqual([
      ['unclear-ends', 20_000, 99],
    ])
  })
})

test('cells beyond the head or under no name are told, with their rows', async () => {
  const people = 'id,name,,\n1,Ada,,,\n2,Bob,x,,y\n3,Eve\n4,Dan,,,z\n'
  const { files, remarks } = await imports({ 'people.csv': people })
  expect(remarks.map(({ kind, count, example, others }) => [kind, count, example, others])).toEqual(
    [['surplus-cells', 3, 'p3', ['p5']]],
  )
  expect(Object.keys(files).filter((path) => path.startsWith('thing/'))).toHaveLength(4)
})

test('two columns of one name lose nothing', async () => {
  const { files } = await imports({
    'people.csv': 'id,name,aliases,aliases,rank,rank\nada,Ada,Countess,King,a,b\n',
    'ties.csv': 'source,target,relation,note,note\nada,bob,knew,first,second\n',
  })
  expect(files['thing/ada.yaml']).toContain('aliases: [Countess, King]')
  expect(files['thing/ada.yaml']).toContain('rank: [a, b]')
  const { graph } = compiled(files)
  expect(graph.getEdgeAttribute('ada--knew--bob', 'note')).toBe('first\nnote: second')
})

test('what parts the cells is told by the whole first line, however it comes', async () => {
  const { files } = await imports({ 'p.csv': 'identifier;full name\nada;"Ada, Countess"\n' })
  expect(files['thing/ada.yaml']).toContain('name: Ada, Countess\n')
})

test('an edge list alone, as Gephi exports it', async () => {
  const edges =
    'Source,Target,Type,Kind,Id,Label,timeset,Weight\na,b,Undirected,,0,,,1.0\nb,c,Directed,,1,,,2.0\n'
  const imported = await importFiles('csv', { 'edges.csv': edges })
  if (typeof imported === 'string') throw new Error(imported)
  await expectGolden('csv-gephi', imported)
})

const mapping = `people.csv:
  entities:
    id: Nr
    name: Wer
    type: { value: person }
    when: Wann
    attributes: { rank: Rang }
ties.csv:
  relations:
    source: Von
    target: Nach
    relation: { value: member-of }
    target-type: { value: group }
    role: Als
    start: Ab
`

const mapped = {
  'people.csv': 'Nr,Wer,Wann,Rang,Unsinn\n1,Ada,1815,Gräfin,x\n',
  'ties.csv': 'Von\tNach\tAls\tAb\n1\tRoyal Society\tguest\t1840\n',
}

test('a mapping says what columns mean that nobody could guess', async () => {
  const imported = await importFiles('csv', mapped, { mapping })
  if (typeof imported === 'string') throw new Error(imported)
  await expectGolden('csv-mapped', imported)
})

test('the mapping in the documentation does what it says', async () => {
  const documentation = readFileSync('docs/import.md', 'utf8')
  const [, example = ''] = /```yaml\n(leute[^`]*)```/.exec(documentation) ?? []
  const tables = {
    'leute.csv': 'Nr;Wer;Geburt;Rang\n1;Ada;1815;Gräfin\n',
    'vereine.csv': 'Nr;Verein;Amt;Von;Bis\n1;Royal Society;Gast;1840;1842-05\n',
  }
  const imported = await importFiles('csv', tables, { mapping: example })
  if (typeof imported === 'string') throw new Error(imported)
  expect(imported.files['person/ada.yaml']).toContain(
    '  - member-of: royal-society\n    as: Gast\n    when: 1840/1842-05\n',
  )
  expect(imported.files['association/royal-society.yaml']).toContain('type: association\n')
})

test.each([
  [
    'a column',
    mapping.replace('Wer', 'Wehr'),
    'mapping.yaml:4:11: There is no column "Wehr". Did you mean "Wer"?',
  ],
  [
    'a part',
    mapping.replace('role:', 'roel:'),
    'mapping.yaml:14:5: "roel" is no part of a row. Did you mean "role"?',
  ],
  [
    'a table',
    mapping.replace('ties.csv', 'tie.csv'),
    /names a table "tie.csv" that is not imported/,
  ],
  [
    'the ends',
    mapping.replace('    source: Von\n', ''),
    /Say which columns are the source and the target/,
  ],
  ['YAML', 'people.csv: [', /^mapping.yaml:1:13: /],
  ['the kind', 'people.csv: { entity: { name: Wer } }', /either "entities" or "relations"/],
])('a slip in a mapping, %s: the place and the way out', async (_, text, message) => {
  const problem = await importFiles('csv', mapped, { mapping: text })
  if (typeof message === 'string') expect(problem).toBe(message)
  else expect(problem).toMatch(message)
})

test.each([
  ['a head in several lines', '"a\nb",c\n1,2\n', /^What .* columns \(a b, c\)/],
  ['no head that tells', 'a,b\n1,2\n', /cannot be guessed.*"source" and "target".*--mapping/],
  ['an open quote', `id,name\n1,"${'x'.repeat(100)}`, /in row 2, a quotation mark is opened/],
  ['an endless row', `id,name\n1,"${'x'.repeat(5_000_000)}`, /longer than four million/],
  ['bytes', Buffer.from([0x69, 0x64, 0x0a, 0xff]), /not UTF-8/],
])('%s: a message with the way out', async (_, text, message) => {
  expect(await importFiles('csv', { 'bad.csv': text })).toMatch(message)
})

test('a column that the mapping says nothing of is told, once', async () => {
  const mapping = 'p.csv:\n  entities:\n    name: Wer\n'
  const { remarks } = await imports({ 'p.csv': 'Wer,Rang,\nAda,1,\nBob,2,\n' }, mapping)
  expect(remarks).toMatchObject([{ kind: 'unused-columns', count: 1, example: 'p.csv: Rang' }])
})

test('a slip in a column of types makes one entity a thing, and is told', async () => {
  const slip = `no word for a type since it goes on${' and on'.repeat(9)}`
  const { files, remarks } = await imports({
    'p.csv': `id,name,type\n1,Ada,person\n2,Bob,${slip}\n3,Carl,person\n`,
  })
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['person/ada.yaml', 'thing/bob.yaml']))
  expect(files['thing/bob.yaml']).toContain(slip)
  expect(remarks).toMatchObject([{ kind: 'left-out-types', count: 1, example: '2' }])
})

test('of two columns of types the first counts, and the other is a value', async () => {
  const { files, remarks } = await imports({ 'p.csv': 'id,name,type,type\n1,Ada,person,poet\n' })
  expect(files['person/ada.yaml']).toContain('type: { value: poet, cite: p#1 }')
  expect(remarks).toMatchObject([{ kind: 'left-out-types', count: 1, example: '1' }])
})

test('a column of types that names none is told', async () => {
  const { remarks } = await imports({ 'p.csv': 'id,name,type\n1,Ada,12\n2,Bob,13\n' })
  expect(remarks).toMatchObject([{ kind: 'unclear-types', count: 1, example: 'type' }])
})

test.each(['', 'id,name\n', 'source,target\n,\n'])(
  'an empty table is no base: %j',
  async (table) => {
    const imported = await importFiles('csv', { 'empty.csv': table })
    expect(imported).toMatch(
      /^There is no entity and no relation in "empty\.csv"\. What is read: Tables/,
    )
  },
)

test('a spreadsheet tells what parts its cells in a line before the head', async () => {
  const table = 'sep=;\r\nid;name;note\r\n1;"Ada; Countess";"a,b,c"\r\n'
  const plain = table.slice(table.indexOf('\n') + 1)
  const named = await imports({ 'people.csv': table })
  expect(named).toEqual(await imports({ 'people.csv': plain }))
  expect(named.files['thing/ada-countess.yaml']).toContain('value: "a,b,c", cite: people#1')
})

test.each(['utf16le', 'swapped'])('UTF-16, as Excel writes it, is read: %s', async (kind) => {
  const text = 'id\tname\ttype\r\n1\tZoë 😀\tperson\r\n'
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  if (kind === 'swapped') bytes.swap16()
  const { files } = await imports({ 'people.txt': bytes })
  expect(files['person/zoe.yaml']).toBe('type: person\nname: Zoë 😀\n')
})

async function imports(
  tables: Readonly<Record<string, string | Uint8Array>>,
  mapping?: string,
): Promise<ImportedText> {
  const imported = await importFiles('csv', tables, mapping === undefined ? {} : { mapping })
  if (typeof imported === 'string') throw new Error(imported)
  return imported
}

test('a column called like dates holds dates, however people write them, where each can be read', async () => {
  const head = 'id,name,born,died,motto'
  const rows = ['1,Ada,12.03.1815,May 1852,circa 1830', '2,Bob,circa 1820,03/04/1901,2 May 1900']
  const { files, remarks } = await imports({ 'p.csv': [head, ...rows].join('\n') })
  expect(files['thing/ada.yaml']).toContain('  born: 1815-03-12\n  died: May 1852\n')
  expect(files['thing/bob.yaml']).toContain('born: 1820~\n  died: "03/04/1901"\n')
  expect(files['ontology.yaml']).toContain('born: date\n      died: text\n      motto: text\n')
  expect(remarks.map(({ kind, count, example }) => [kind, count, example])).toEqual([
    ['read-dates', 2, '1'],
    ['dates-as-text', 1, '1: died'],
  ])
})
