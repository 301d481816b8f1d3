import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from '../../src/exports/formats.ts'
import { importFormats } from '../../src/imports/formats.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { importFiles } from '../imports/import-text.ts'
import { keepTrying } from './keep-trying.ts'

type FormatName = keyof typeof importFormats

const exported = (name: 'gexf' | 'json' | 'stix' | 'ftm') => {
  const { write } = formats[name]
  return [...write(awkwardGraph(), {})].join('')
}

const samples: Readonly<Record<FormatName, readonly string[]>> = {
  gexf: [exported('gexf')],
  json: [
    exported('json'),
    '{"nodes":[{"key":"a","attributes":{"label":"A","type":"x"}},{"key":"b"}],"edges":[{"source":"a","target":"b","attributes":{"weight":2}}]}',
  ],
  csv: [
    'id,name,type,born\n1,"Ada, ""L""",person,1815\n2,Bob,person,=1+1\n',
    'source;target;relation;since\nAda;Bob;knows;1840\nBob;"Eve\nM";knows;\n',
  ],
  stix: [exported('stix')],
  ftm: [
    exported('ftm'),
    '{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"startDate":["2001"]}}\n{"id":"a","schema":"Person","properties":{"name":["A"]}}\n{"id":"b","schema":"Company","properties":{"name":["B"]}}',
  ],
}

const pieces = [
  ...['', '"', "'", '<', '>', '&', '&#0;', '&#x1F600;', '&lt', '\0', '\ud800', '\u202e', '\ufeff'],
  ...['[', ']', '{', '}', ',', ';', ':', '\n', '\r', '\t', '\\', '\\u0000', '\\ud800', '/', '--'],
  ...[
    'null',
    'true',
    '-1',
    '0',
    '1e999',
    '1e-7',
    '99999999999999999999',
    '"__proto__"',
    '{}',
    '[]',
  ],
  ...['<!--', '-->', ']]>', '<![CDATA[', '<!DOCTYPE x [<!ENTITY e "e">]>', '&e;', '<?xml?>', '</'],
  ...['=1+1', '2012-02-30', '../..', 'ontology', 'constructor', 'a'.repeat(300), '---', '*a', '!t'],
]

type Change = (text: string) => string

const change = fc
  .tuple(fc.nat(), fc.nat(80), fc.constantFrom(...pieces), fc.nat(5), fc.nat())
  .map<Change>(([at, length, piece, kind, other]) => (text) => {
    const start = at % (text.length + 1)
    const end = Math.min(text.length, start + (kind < 2 ? 0 : length % 12))
    if (kind < 4) return text.slice(0, start) + piece + text.slice(end)
    const from = other % (text.length + 1)
    const copied = text.slice(from, from + length)
    return text.slice(0, start) + copied + text.slice(kind === 4 ? start : start + length)
  })

const changed = (name: FormatName) =>
  fc
    .tuple(fc.constantFrom(...samples[name]), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce((text, one) => one(text), sample))

const names = Object.keys(importFormats) as FormatName[]

test.each(names)('%s: a changed file makes a sound base or a sentence', async (name) => {
  await keepTrying(`import of ${name}`, 0.05, changed(name), async (text) => {
    const result = await importFiles(name, { 'changed.file': text })
    if (typeof result === 'string') {
      expect(result).toMatch(/^[^\n]*[.…)]$/)
      return
    }
    const { diagnostics } = compiled(result.files)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const path of Object.keys(result.files)) {
      expect(path).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.yaml$/)
    }
  })
})
