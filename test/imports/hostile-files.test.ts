import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeGexf } from '../../src/exports/gexf/write-gexf.ts'
import { json } from '../../src/exports/json.ts'
import { writeStix } from '../../src/exports/stix/write-stix.ts'
import { importFormats } from '../../src/imports/formats.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { importFiles } from './import-text.ts'

type FormatName = keyof typeof importFormats

const samples: Readonly<Record<FormatName, string>> = {
  gexf: [...writeGexf(awkwardGraph())].join(''),
  json: [...json.write(awkwardGraph())].join(''),
  csv: 'id,name,type,born\n1,"Ada, ""L""",person,1815\n2,Bob,person,=1+1\n',
  stix: JSON.stringify({
    type: 'bundle',
    objects: [
      ...JSON.parse([...writeStix(awkwardGraph())].join('')).objects,
      { type: 'malware', id: 'malware--1', name: 'M', created: '2017-05-31T21:30:19.735Z' },
      {
        type: 'tool',
        id: 'tool--1',
        name: 'T',
        external_references: [{ source_name: 's', url: 'https://a.example' }],
      },
      {
        type: 'relationship',
        id: 'relationship--1',
        relationship_type: 'uses',
        source_ref: 'malware--1',
        target_ref: 'tool--1',
        confidence: 70,
      },
    ],
  }),
  ftm: [
    { id: 'a', schema: 'Person', properties: { name: ['A'], proof: ['d'] } },
    { id: 'b', schema: 'Company', properties: { name: ['B'] } },
    { id: 'd', schema: 'Document', properties: { title: ['D'] } },
    {
      id: 'o',
      schema: 'Ownership',
      properties: { owner: ['a'], asset: ['b'], startDate: ['2001'] },
    },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
}

const names = Object.keys(importFormats) as FormatName[]

/** Either a message for a person, or a base that passes the check. */
async function expectResult(name: FormatName, bytes: string | Uint8Array): Promise<void> {
  const result = await importFiles(name, { 'hostile.file': bytes })
  if (typeof result === 'string') {
    expect(result).toMatch(/^[^\n]*[.…)]$/)
    expect(result.length).toBeLessThan(800)
    return
  }
  const { diagnostics } = compiled(result.files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
}

describe.each(names)('%s', (name) => {
  test('random bytes and texts end in a message or a sound base', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc
            .jsonValue()
            .map((value) => JSON.stringify({ nodes: value, edges: value, objects: value })),
        ),
        (bytes) => expectResult(name, bytes),
      ),
      { numRuns: 150 },
    )
  })

  test('so does a file of which a part is cut, doubled or overwritten', async () => {
    const sample = samples[name]
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sample.length),
        fc.nat(60),
        fc.oneof(
          fc.constantFrom(
            '',
            '"',
            '<',
            '>',
            '&',
            '\u0000',
            '\ud800',
            '[',
            ']',
            '{',
            '}',
            ',',
            '\n',
          ),
          fc.constantFrom('null', '-1', '1e999', '"__proto__"', '\u202e', '<!--', ']]>', '#', '--'),
          fc.string({ unit: 'binary', maxLength: 5 }),
        ),
        async (start, length, text) => {
          await expectResult(name, sample.slice(0, start) + text + sample.slice(start + length))
          await expectResult(name, sample.slice(0, start + length) + sample.slice(start))
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('what a prototype has is no value of a node', async () => {
  const node = { key: '__proto__', attributes: JSON.parse('{"__proto__": {"label": "polluted"}}') }
  const result = await importFiles('json', {
    'a.json': JSON.stringify({ nodes: [node], edges: [] }),
  })
  expect(result).toMatchObject({
    remarks: [{ kind: 'left-out-values' }, { kind: 'unnamed-entities' }],
  })
  expect(({} as { label?: string }).label).toBeUndefined()
})

test('ten thousand levels of JSON and of a list are no danger', async () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  await expectResult(
    'json',
    `{"nodes": [{"key": "a", "attributes": {"x": ${deep}}}], "edges": ${deep}}`,
  )
  await expectResult('stix', `[{"type": "a", "id": "a--1", "x": ${deep}}]`)
  await expectResult('ftm', `{"id": "a", "schema": "Person", "properties": {"name": ${deep}}}`)
})

test('names, texts and hubs that are too large for a file are cut or spread, and told', async () => {
  const ties = Array.from({ length: 4000 }, (_, at) => `hub,n${at},knows,${'x'.repeat(100)}`)
  const text = `source,target,relation,note\n${ties.join('\n')}\nhub,${'y'.repeat(5000)},knows,${'z'.repeat(200_000)}\n`
  const result = await importFiles('csv', { 'hub.csv': text })
  if (typeof result === 'string') throw new Error(result)
  const { diagnostics, graph } = compiled(result.files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(graph.degree('hub')).toBe(4001)
  for (const file of Object.values(result.files))
    expect(Buffer.byteLength(file)).toBeLessThan(2 ** 20)
  expect(result.remarks.find(({ kind }) => kind === 'cut-texts')?.count).toBeGreaterThan(0)
})

test('tables of very many columns, citations and quotes are read in no time', async () => {
  const columns = Array.from({ length: 300_000 }, (_, at) => `c${at}`).join(',')
  const rows = (row: string) => `${row}\n`.repeat(100_000)
  await expectResult('csv', `id,name,${columns}\n${rows('1,Ada')}`)
  const own = 'id,label,type,types,aliases,unnamed'
  await expectResult('csv', `${own},${columns}\n${rows('ada,Ada,person')}`)
  const edges = 'source,target,relation,citations,quotes,claim,source_label,target_label'
  const quotes = `${'a: q;'.repeat(400_000)}b`
  await expectResult('csv', `${edges}\nada,bob,knows,"${'b;'.repeat(400_000)}a","${quotes}"\n`)
})
