import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { SourceFile } from '../../src/documents/document.ts'
import { readSources, type Sources } from '../../src/documents/read-sources.ts'
import { checkSources } from '../../src/model/check-model.ts'
import type { JsonSchema } from '../../src/schema/json-schema.ts'
import { schemaFor } from '../../src/schema/schemas.ts'
import { anyDate } from '../dates/edtf-texts.ts'
import { ajv, judgeOf, kindOf, schemaNames } from './accepts.ts'
import { alwaysSeen, beyondSchemas, errorsIn } from './codes.ts'

const cases = readdirSync('test/cases')

describe.each(['graph-data', 'test/base'])('%s', (folder) => {
  test.each(schemaNames)('its schema of %s is draft-07 without a slip', async (name) => {
    const { base } = checkSources(await readSources(folder))
    const schema = schemaFor(name, base)
    expect(ajv().validateSchema(schema)).toBe(true)
    expect(() => ajv().compile(schema)).not.toThrow()
  })

  test('its files are accepted', async () => {
    const sources = await readSources(folder)
    const judge = judgeOf(checkSources(sources).base)
    expect(sources.files.length).toBeGreaterThan(4)
    for (const file of sources.files) expect(judge(file), file.path).toEqual([])
  })

  test('the same base gives the same text, in whatever order its files come', async () => {
    const { files } = await readSources(folder)
    const text = (order: readonly SourceFile[]) => {
      const { base } = checkSources({ files: order, diagnostics: [] })
      return JSON.stringify(schemaNames.map((name) => schemaFor(name, base)))
    }
    expect(text(files.toReversed())).toBe(text(files))
  })
})

describe('the schema says what the checker says', () => {
  test.each(cases)('%s', async (name) => {
    const sources = await readCase(name)
    const model = checkSources(sources)
    const judge = judgeOf(model.base)
    for (const file of sources.files) {
      const codes = errorsIn(model, file.path)
      if (codes.every((code) => beyondSchemas.includes(code))) {
        expect(judge(file), file.path).toEqual([])
      } else if (codes.some((code) => alwaysSeen.includes(code))) {
        expect(judge(file), file.path).not.toEqual([])
      }
    }
  })
})

async function readCase(name: string): Promise<Sources> {
  const base = await readSources('test/base')
  const own = await readSources(`test/cases/${name}`)
  const isNone = name === 'ontology-missing'
  const kept = base.files.filter(
    ({ path }) =>
      !own.files.some((file) => file.path === path) && !(isNone && path === 'ontology.yaml'),
  )
  return { files: [...kept, ...own.files], diagnostics: own.diagnostics }
}

/** Pieces of an entity file as curators write them, some of them wrong; `name` and `type` come with each. */
const right = [
  'aliases: 1984',
  'aliases: [Grete, 7, no]',
  'summary: true',
  'unnamed: true',
  'count: 2',
  'cite: ledger',
  'cite: [ledger#p1, { source: ledger, at: 3, quote: wool }]',
  'attributes: { born: 1380, status: free }',
  'attributes: { born: 1380-05~, wealth: -1.5, trades: [cloth, 12, { value: furs, note: 7 }] }',
  'attributes: { status: [free, { value: bound, when: "[1401..1402]", rivals: { value: dead } }] }',
  'attributes: { portrait: { value: "https://example.org/a.png", confidence: possible } }',
  'relations: []',
  'relations: [{ member-of: bergen-guild, when: 1398, as: 2 }, { partner-of: [hildebrand] }]',
  'relations: [{ sailed-on: not-written-yet, said-by: [hildebrand, 2011] }]',
  'relations: [{ leads: 2011, when: ../1402, rivals: [{ denied: true }, { target: bergen-guild }] }]',
  'relations: [{ based-in: bergen, inferred: The ledger names no other city. }]',
  'allow: { uncited-claim: Known. }',
]

const wrong = [
  'sumary: Merchant',
  'aliases: { a: b }',
  'summary:',
  'summary: ""',
  'unnamed: yes',
  'count: two',
  'count: 0',
  'when: 1401',
  'cite: "#p1"',
  'cite: ledger#p1#p2',
  'cite: { source: ledger, page: 3 }',
  'cite: { at: p1 }',
  'attributes: [status]',
  'attributes: { staus: free }',
  'attributes: { status: freed }',
  'attributes: { status: { vale: free } }',
  'attributes: { status: { when: 1401 } }',
  'attributes: { born: circa 1380 }',
  'attributes: { wealth: much }',
  'attributes: { wealth: "12" }',
  'attributes: { portrait: "javascript:alert(1)" }',
  'attributes: { status: { value: free, rivals: { value: freed } } }',
  'relations: { member-of: bergen-guild }',
  'relations: [member-of]',
  'relations: [{}]',
  'relations: [{ member-off: bergen-guild }]',
  'relations: [{ has-member: hildebrand }]',
  'relations: [{ member-of: bergen-guild, partner-of: hildebrand }]',
  'relations: [{ cite: ledger }]',
  'relations: [{ member-of: }]',
  'relations: [{ member-of: [] }]',
  'relations: [{ member-of: Bergen Guild }]',
  'relations: [{ member-of: bergen-guild, until: 1402 }]',
  'relations: [{ member-of: bergen-guild, when: [1401..1402] }]',
  'relations: [{ member-of: bergen-guild, confidence: probably }]',
  'relations: [{ member-of: bergen-guild, inferred: true }]',
  'relations: [{ member-of: bergen-guild, inferred: "yes" }]',
  'relations: [{ member-of: bergen-guild, rivals: { cite: ledger } }]',
  'relations: [{ member-of: bergen-guild, rivals: { value: x } }]',
  'relations: [{ member-of: bergen-guild, rivals: { denied: maybe } }]',
  'allow: { uncited-clam: Known. }',
  'allow: { uncited-claim: }',
  'entities: { grete: { type: person, name: Grete, allow: { uncited-claim: Known. } } }',
]

const elsewhere: readonly SourceFile[] = [
  { path: 'people/grete.yaml', text: 'name: Grete' },
  { path: 'people/grete.yaml', text: 'type: person' },
  { path: 'people/grete.yaml', text: 'type: [person]\nname: Grete' },
  { path: 'people/grete.yaml', text: '- type: person' },
  { path: 'more.yaml', text: 'entities: [grete]' },
  { path: 'more.yaml', text: 'entities: { Grete_W: { type: person, name: Grete } }' },
  { path: 'more.yaml', text: 'entities: { grete: { type: person } }' },
  {
    path: 'more.yaml',
    text: 'entities: { grete: { type: guild, name: G, relations: [{ leads: a }] } }',
  },
  { path: 'more.yaml', text: 'type: person\nentities: {}' },
  { path: 'sources/ledger.yaml', text: 'publisher: Archive' },
  { path: 'sources/ledger.yaml', text: 'title: L\nreliability: G' },
  { path: 'sources/ledger.yaml', text: 'title: L\nurl: ftp://example.org' },
  { path: 'sources/ledger.yaml', text: 'title: L\npages: many' },
  { path: 'sources/ledger.yaml', text: 'title: L\ntimecode: 90 minutes' },
  { path: 'sources/ledger.yaml', text: 'title: L\npublished: last year' },
  { path: 'sources/ledger.yaml', text: 'title: L\nauthors: A' },
  { path: 'identity.yaml', text: 'sam: []' },
  { path: 'identity.yaml', text: 'same: { entities: [a, b], reason: c }' },
  { path: 'identity.yaml', text: 'same: [{ entities: [a], reason: c }]' },
  { path: 'identity.yaml', text: 'same: [{ entities: [a, b] }]' },
  { path: 'views.yaml', text: 'views: [{ name: a }]' },
  { path: 'views.yaml', text: 'views: [{ name: a, show: { arond: b } }]' },
  { path: 'views.yaml', text: 'views: { name: a, show: {} }' },
  { path: 'ontology.yaml', text: 'entities: {}' },
  { path: 'ontology.yaml', text: 'name: O' },
  { path: 'ontology.yaml', text: 'name: O\nentities: { Person: {} }' },
  { path: 'ontology.yaml', text: 'name: O\nentities: { person: { color: "#ffffff" } }' },
  { path: 'ontology.yaml', text: 'name: O\nentities: { person: { colour: red } }' },
  { path: 'ontology.yaml', text: 'name: O\nentities: { a: { attributes: { b: string } } }' },
  { path: 'ontology.yaml', text: 'name: O\nentities: { a: {} }\nrelations: { b: { from: a } }' },
  {
    path: 'ontology.yaml',
    text: 'name: O\nentities: { a: {} }\nrelations: { b: { from: a, to: a, ends: both } }',
  },
]

describe('files of a curator', () => {
  const person = (lines: string) => ({
    path: 'people/grete.yaml',
    text: `type: person\nname: Grete\n${lines}\n`,
  })

  test.each(right)('right: %s', async (line) => {
    const { judge, errors } = await withFile(person(line))
    expect(errors.filter((code) => !beyondSchemas.includes(code))).toEqual([])
    expect(judge(person(line))).toEqual([])
  })

  test.each(wrong)('wrong: %s', async (line) => {
    const { judge, errors } = await withFile(person(line))
    expect(errors).not.toEqual([])
    expect(judge(person(line))).not.toEqual([])
  })

  test.each(elsewhere)('wrong: $path $text', async (file) => {
    const { judge, errors } = await withFile(file)
    expect(errors).not.toEqual([])
    expect(judge(file)).not.toEqual([])
  })

  test('any date that the checker reads is accepted', async () => {
    const { judge } = await withFile(person(''))
    fc.assert(
      fc.property(anyDate, (date) => {
        const plain = /^[[{]/.test(date) ? `"${date}"` : date
        const line = `attributes: { born: "${date}" }\nrelations:\n  - leads: x\n    when: ${plain}`
        expect(judge(person(line))).toEqual([])
      }),
    )
  })

  test('what is put together of right pieces is accepted', async () => {
    const { judge } = await withFile(person(''))
    const keyOf = (line: string) => line.slice(0, line.indexOf(':'))
    const pieces = fc.uniqueArray(fc.constantFrom(...right), { selector: keyOf })
    fc.assert(
      fc.property(pieces, (lines) => {
        expect(judge(person(lines.join('\n')))).toEqual([])
      }),
    )
  })
})

let soundJudge: ReturnType<typeof judgeOf> | undefined

/** What the checker says of a file that is laid over the sound base, and who asks the schema of that base. */
async function withFile(file: SourceFile) {
  const { files } = await readSources('test/base')
  const kept = files.filter(({ path }) => path !== file.path)
  const sources = { files: [...kept, file], diagnostics: [] }
  const model = checkSources(sources)
  soundJudge ??= judgeOf(checkSources({ files, diagnostics: [] }).base)
  return { judge: soundJudge, errors: errorsIn(model, file.path) }
}

describe('ids that an editor offers', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `  p${n}: { type: person, name: Person ${n} }`)
  const schemaWith = async (count: number) => {
    const { files } = await readSources('test/base')
    const text = `entities:\n${many(count).join('\n')}\n`
    const { base } = checkSources({
      files: [...files, { path: 'many.yaml', text }],
      diagnostics: [],
    })
    return { schema: schemaFor('entity', base), judge: judgeOf(base) }
  }

  test('are told of by name, and are those of the right types', async () => {
    const { schema } = await schemaWith(1)
    const offered = (name: string) => schema.definitions?.[name]?.defaultSnippets ?? []
    expect(offered('id-of-person').map(({ label }) => label)).toEqual(['hildebrand', 'p0'])
    expect(offered('id-of-person')[1]?.description).toBe('Person 0 (Person)')
    expect(offered('id-of-guild').map(({ label }) => label)).toEqual(['bergen-guild'])
  })

  test('are left out where they are too many, and accepted all the same', async () => {
    const { schema, judge } = await schemaWith(1000)
    expect(schema.definitions?.['id-of-person']?.defaultSnippets).toBeUndefined()
    expect(schema.definitions?.['id-of-person']?.title).toBe('One of 1001, too many to list')
    expect(schema.definitions?.['id-of-guild']?.defaultSnippets).toHaveLength(1)
    const text = 'type: person\nname: X\nrelations: [{ partner-of: p7 }]\n'
    expect(judge({ path: 'people/x.yaml', text })).toEqual([])
    expect(judge({ path: 'people/x.yaml', text: text.replace('p7', 'P 7') })).not.toEqual([])
  })
})

test('names that are no ids do not spoil the schema', async () => {
  const files = [
    {
      path: 'ontology.yaml',
      text: 'name: O\nentities: { "A/b ~(": { attributes: { "c d%": text } } }\nrelations: { "e [f": { from: "A/b ~(", to: "A/b ~(" } }',
    },
    { path: 'sources/report (1.yaml', text: 'title: R' },
    {
      path: 'x.yaml',
      text: 'type: "A/b ~("\nname: X\nattributes: { "c d%": 1 }\nrelations: [{ "e [f": y }]',
    },
  ]
  const judge = judgeOf(checkSources({ files, diagnostics: [] }).base)
  for (const file of files.slice(1)) expect(judge(file)).toEqual([])
  const other = { path: 'x.yaml', text: 'type: "A/b ~("\nname: X\nattributes: { cd: 1 }' }
  expect(judge(other)).not.toEqual([])
})

describe('every key of the checker is a key of the schema, and no other', () => {
  test.each([
    ['people/x.yaml', 'type: voyage\nzzz: 1', 'An entity', ['one-entity', 'entity']],
    ['people/x.yaml', 'type: voyage\nwhen: { zzz: 1 }', 'A date', ['entity-date']],
    ['people/x.yaml', 'entities: {}\nzzz: 1', 'A file of many', ['many-entities']],
    ['people/x.yaml', 'cite: { zzz: 1 }', 'A citation', ['long-citation']],
    ['sources/x.yaml', 'zzz: 1', 'A source', []],
    ['identity.yaml', 'zzz: 1', 'identity.yaml', []],
    ['identity.yaml', 'same: [{ zzz: 1 }]', 'A decision', ['decision']],
    ['views.yaml', 'zzz: 1', 'views.yaml', []],
    ['views.yaml', 'views: [{ zzz: 1 }]', 'A view', ['view']],
    ['views.yaml', 'views: [{ show: { zzz: 1 } }]', 'What a view shows', ['show']],
    ['ontology.yaml', 'zzz: 1', 'ontology.yaml', []],
    ['ontology.yaml', 'entities: { a: { zzz: 1 } }', 'An entity type', ['entity-type']],
    ['ontology.yaml', 'relations: { a: { zzz: 1 } }', 'A relation type', ['relation-type']],
  ])('%s %j', async (path, text, owner, definitions) => {
    const { files } = await readSources('test/base')
    const kept = files.filter((file) => file.path !== path)
    const { diagnostics } = checkSources({ files: [...kept, { path, text }], diagnostics: [] })
    const told = diagnostics.find(({ message }) => message.includes('has no key "zzz"'))?.message
    expect(told).toContain(owner)
    const keys = told?.match(/Its keys are (.*)\.$/)?.[1]?.split(/, | and /) ?? []
    const { base } = checkSources({ files, diagnostics: [] })
    const schema = schemaFor(kindOf(path), base)
    const maps = definitions.length === 0 ? [schema] : definitions.map((d) => mapIn(schema, d))
    for (const map of maps) {
      const own = Object.keys(map?.properties ?? {}).filter((key) => key !== 'allow')
      expect(own.sort()).toEqual(keys.sort())
    }
  })
})

/** The definition, or the one of its alternatives that is a map. */
function mapIn(schema: JsonSchema, name: string): JsonSchema | undefined {
  const definition = schema.definitions?.[name]
  return definition?.properties
    ? definition
    : definition?.anyOf?.find(({ properties }) => properties !== undefined)
}
