import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDocument } from '../../src/edits/format-document.ts'
import { formats } from '../../src/exports/formats.ts'
import { writeGexf } from '../../src/exports/gexf/write-gexf.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Imported, ImportedThing } from '../../src/imports/imported.ts'
import { compiled } from '../graph/sources-of.ts'
import { connectedImported } from './connected-imported.ts'
import { filesOf, importText } from './import-text.ts'
import { randomImported } from './random-imported.ts'
import { saidBy } from './same-graph.ts'

test('whatever is read becomes files that pass the check, inside the folder, formatted already', () => {
  fc.assert(
    fc.property(randomImported, (imported) => {
      const files = filesOf(imported, 'sample')
      const { diagnostics } = compiled(files)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ code, message, span }) => [code, message, files[span.file]])).toEqual([])
      for (const [path, text] of Object.entries(files)) {
        expect(path).toMatch(/^([A-Za-z0-9][\w-]*\/)*[a-z0-9-]+\.yaml$/)
        expect(formatDocument({ path, text })).toEqual({ kind: 'formatted', text })
      }
    }),
    { numRuns: 150 },
  )
})

test('an end of a relation without direction that names no type is as good as open', () => {
  const things = ['person', 'group'].map((type) => ({ key: type, type, attributes: [] }))
  const files = filesOf(
    {
      things,
      ties: [{ relation: 'met', source: 'person', target: 'group', citations: [] }],
      relations: new Map([['met', { symmetric: true, from: ['nobody'], to: [] }]]),
      ...{ types: new Map(), sources: new Map(), identity: [] },
    },
    'sample',
  )
  expect(compiled(files).graph.getAttribute('ontology').relations.met).toMatchObject({
    ...{ from: [], to: [] },
  })
})

test.each(['json', 'stix'] as const)(
  'the graph of an import comes back whole from its own %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(connectedImported, async (imported) => {
        const { graph } = compiled(filesOf(imported, 'sample'))
        const { losses, write } = formats[format]
        fc.pre(!losses(graph).some(({ kind }) => kind === 'replaced-characters'))
        const { files } = await importText(format, [...write(graph)].join(''))
        expect(saidBy(compiled(files).graph)).toEqual(saidBy(graph))
      }),
      { numRuns: 150 },
    )
  },
)

test('the graph of an import comes back from its own GEXF, minus what the format cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(randomImported, async (imported) => {
      const { graph } = compiled(filesOf(imported, 'sample'))
      fc.pre(graph.order > 0)
      const text = [...writeGexf(graph, { lossless: true })].join('')
      const again = compiled((await importText('gexf', text)).files).graph
      const nodes = (one: KnowledgeGraph) =>
        one.mapNodes((key, { label, type, types, aliases, summary, unnamed, count, when }) => [
          ...[key, label, type, types, aliases, summary, unnamed, count, when],
        ])
      const edges = (one: KnowledgeGraph) =>
        one.mapEdges((key, { rivals: _r, note: _n, file: _f, line: _l, ...edge }) => [key, edge])
      expect(nodes(again)).toEqual(nodes(graph))
      expect(edges(again)).toEqual(edges(graph))
    }),
    { numRuns: 60 },
  )
})

test('the order in which a file tells things does not matter', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ key: fc.string(), name: fc.constantFrom('Ada', 'Ada 2', 'Bob') }),
        {
          selector: ({ key }) => key,
        },
      ),
      (named) => {
        const things = named.map(({ key, name }) => ({ key, name, type: 'person', attributes: [] }))
        expect(filesOf(withThings(things.toReversed()), 'x')).toEqual(
          filesOf(withThings(things), 'x'),
        )
      },
    ),
  )
})

function withThings(things: readonly ImportedThing[]): Imported {
  const nothing = { types: new Map(), relations: new Map(), sources: new Map() }
  return { things, ties: [], identity: [], ...nothing }
}

test('a date that contradicts the event is told in the note, and that of the event is not repeated', () => {
  const cited = { citations: [] }
  const raid = {
    key: 'raid',
    type: 'raid',
    name: 'Raid',
    date: { value: '2012-03', ...cited },
    attributes: [],
  }
  const ada = { key: 'ada', type: 'person', name: 'Ada', attributes: [] }
  const tie = { relation: 'killed', source: 'raid', target: 'ada', ...cited }
  const ties = [
    { ...tie, when: '2012-03', role: 'same' },
    { ...tie, when: '2012-03-17', role: 'within' },
    { ...tie, when: '2013', role: 'elsewhere' },
  ]
  const files = filesOf({ ...withThings([raid, ada]), ties }, 'x')
  expect(files['raid/raid.yaml']).toBe(`type: raid
name: Raid
when: 2012-03

relations:
  - killed: ada
    as: within
    when: 2012-03-17
  - killed: ada
    as: elsewhere
    note: "date: 2013"
  - killed: ada
    as: same
`)
  const errors = compiled(files).diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
})
