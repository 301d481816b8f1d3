import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { json } from '../../src/exports/json.ts'
import { stixLosses } from '../../src/exports/stix/stix-losses.ts'
import { writeStix } from '../../src/exports/stix/write-stix.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { stixExtension } from '../../src/model/stix-words.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { mappedGraph } from '../exports/mapped-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { expectGolden } from './expect-golden.ts'
import { type ImportedText, importFiles, importText } from './import-text.ts'
import { saidBy } from './same-graph.ts'

interface StixObject {
  readonly type: string
  readonly id: string
  readonly name?: string
  readonly created_by_ref?: string
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly [property: string]: unknown
}

test('the shipped data come back from their own bundle as they were', async () => {
  const { graph } = compile(await readSources('graph-data'))
  // The date of the report is made up for STIX; the extension knows that there is none.
  expect(stixLosses(graph).map(({ kind }) => kind)).toEqual(['reports-undated'])
  const { files, remarks } = await importText('stix', textOf(graph))
  const again = compiled(files)
  expect(again.diagnostics).toEqual([])
  expect(remarks).toEqual([])
  expect(saidBy(again.graph)).toEqual(saidBy(graph))
})

test.each([
  ['with words of STIX', mappedGraph],
  ['without', awkwardGraph],
])('an awkward graph %s comes back as it does from JSON, minus the report', async (_, make) => {
  const lost = stixLosses(make()).map(({ kind }) => kind)
  expect(lost).toEqual([
    'words-missing',
    'dates-left-out',
    'reports-undated',
    'replaced-characters',
  ])
  const imported = await importText('stix', textOf(make()))
  const fromJson = await importText('json', [...json.write(make())].join(''))
  // Words, dates and sources stand in the extension; characters that STIX refuses are gone.
  const files = Object.entries(fromJson.files).map(([path, text]) => [path, writable(text)])
  expect(imported.files).toEqual(Object.fromEntries(files))
  const kinds = ({ remarks }: ImportedText) => remarks.map(({ kind }) => kind)
  expect(kinds(imported)).toEqual(kinds(fromJson))
})

function writable(text: string): string {
  return text.replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')
}

test('an awkward graph comes back, and the second time as it was the first time', async () => {
  const imported = await importText('stix', textOf(mappedGraph()))
  await expectGolden('stix-own', imported)
  const { graph } = compiled(imported.files)
  const again = await importText('stix', textOf(graph))
  expect(again.remarks).toEqual([])
  expect(saidBy(compiled(again.files).graph)).toEqual(saidBy(graph))
})

test('a source that nothing cites comes back, though no report can be about it', async () => {
  const { graph } = compiled({ ...plain, 'sources/unread.yaml': unread })
  const loss = expect.objectContaining({ kind: 'sources-left-out', count: 1, example: 'unread' })
  expect(stixLosses(graph)).toContainEqual(loss)
  const { files } = await importText('stix', textOf(graph))
  expect(files['sources/unread.yaml']).toBe(unread)
})

const unread = `title: Never read
publisher: Press
kind: book
url: https://a.example/1
published: 2012-03~
accessed: 2013-01-02
language: de
reliability: C
note: |-
  First line.
  Second.
pages: 20
`

const plain = {
  'ontology.yaml': `name: Plain

entities:
  person: {}

relations:
  knows: { from: person, to: person }
`,
  'people/ada.yaml': `type: person
name: Ada
cite: diary

relations:
  - knows: bob
    said-by: bob
`,
  'people/bob.yaml': `type: person
name: Bob
cite: diary

relations:
  - knows: ada
    said-by: ada
`,
  'sources/diary.yaml': 'title: Diary\n',
}

test('two bases in one bundle keep their own speakers and sources', async () => {
  const other = Object.fromEntries(
    Object.entries(plain).map(([path, text]) => [
      path,
      text.replace('name: Plain', 'name: Other').replace(/name: (Ada|Bob)/, 'name: $1 the Second'),
    ]),
  )
  const objects = [...objectsOf(compiled(plain).graph), ...objectsOf(compiled(other).graph)]
  const { files } = await importText('stix', bundleOf(objects))
  const { graph, diagnostics } = compiled(files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const said = graph.mapEdges((key, { saidBy: speakers, citations }) => [key, speakers, citations])
  expect(said).toEqual([
    ['ada--knows--bob', ['bob'], [{ source: 'diary' }]],
    ['ada-the-second--knows--bob-the-second', ['bob-the-second'], [{ source: 'diary-2' }]],
    ['bob--knows--ada', ['ada'], [{ source: 'diary' }]],
    ['bob-the-second--knows--ada-the-second', ['ada-the-second'], [{ source: 'diary-2' }]],
  ])
})

test('without any extension the bundle is read as that of a stranger', async () => {
  const objects = objectsOf(mappedGraph()).map(stripped)
  await expectGolden('stix-stripped', await importText('stix', bundleOf(objects)))
})

test('what others have added, and what a platform has taken away, is read together', async () => {
  const objects = objectsOf(mappedGraph())
  const id = (key: string, value: string) =>
    objects.find(({ extensions }) => extensions?.[stixExtension]?.[key] === value)?.id ?? ''
  const base = objects[0]?.id ?? ''
  const lost = [base, id('id', 'bob'), id('id', 'bbc'), id('key', 'raid--killed--ada')]
  const lab = 'identity--lab'
  const made = { spec_version: '2.1', created_by_ref: lab, modified: '2024-05-06T00:00:00.000Z' }
  const changed = objects.map((object) => {
    if (lost.includes(object.id)) return stripped(object)
    const isAddedTo = [id('id', 'imu'), id('key', 'formula--praises--ada')].includes(object.id)
    return isAddedTo ? { ...object, ...addition } : object
  })
  const added = [
    { type: 'identity', id: lab, name: 'Lab', ...made },
    { type: 'malware', id: 'malware--1', name: 'Zebrocy', is_family: true, ...made },
    {
      ...{ type: 'relationship', id: 'relationship--1', relationship_type: 'uses' },
      ...{ source_ref: id('id', 'imu'), target_ref: 'malware--1', confidence: 50, ...made },
    },
    {
      ...{ type: 'note', id: 'note--1', abstract: 'Seen again', content: 'In the north.' },
      ...{ object_refs: [id('id', 'ada'), id('id', 'town'), base], ...made },
    },
  ]
  const imported = await importText('stix', bundleOf([...changed, ...added]))
  await expectGolden('stix-mixed', imported)
  const { graph } = compiled(imported.files)
  const names = graph.mapNodes((_, { label }) => label)
  expect(names).not.toContain('Dossier')
  expect(names).not.toContain(mappedGraph().getAttribute('name'))
  expect(graph.mapEdges((_, { saidBy: speakers }) => speakers).flat()).not.toContain('lab')
})

const addition = {
  labels: ['group', 'thing', 'tag of a platform'],
  sectors: ['mining'],
  revoked: false,
  external_references: [
    { source_name: 'mitre-attack', external_id: 'G0007', url: 'https://attack.example/G0007' },
    { source_name: 'Report of the lab', url: 'https://lab.example/imu' },
  ],
  object_marking_refs: ['marking-definition--1'],
}

test('whatever an extension holds, the base is sound', async () => {
  const objects = objectsOf(mappedGraph())
  const keys = new Set(placesOf(objects).map(([, key]) => key))
  const change = fc.tuple(fc.constantFrom(...keys), hostile)
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const bundle = structuredClone(objects)
      for (const [key, value] of changes) {
        for (const [holder, own] of placesOf(bundle))
          if (own === key) holder[key] = structuredClone(value)
      }
      const imported = await importFiles('stix', { 'a.json': bundleOf(bundle) })
      if (typeof imported === 'string') throw new Error(imported)
      const { diagnostics } = compiled(imported.files)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 150 },
  )
})

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('../../etc/x.yaml', '__proto__', 'constructor', 'ada', 'thing', 'when', '#', ''),
  fc.constantFrom<unknown>(-1, 1e300, 0.5, true, null, [[]], [null], { value: {} }),
  fc.constant(JSON.parse('{"__proto__": {"id": "ada"}, "length": 3}')),
)

type Holder = Record<string, unknown>

function placesOf(objects: readonly StixObject[]): (readonly [Holder, string])[] {
  return objects.flatMap(({ extensions }) => placesIn(extensions?.[stixExtension]))
}

/** Whatever can be replaced in a value: the entries of its objects and lists, at any depth. */
function placesIn(value: unknown): (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])])
}

function stripped({ extensions: _, ...object }: StixObject): StixObject {
  return object
}

function objectsOf(graph: KnowledgeGraph): StixObject[] {
  return JSON.parse(textOf(graph)).objects
}

function bundleOf(objects: readonly StixObject[]): string {
  return JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })
}

function textOf(graph: KnowledgeGraph): string {
  return [...writeStix(graph)].join('')
}
