import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csv } from '../../src/exports/csv/csv.ts'
import { csvRow } from '../../src/exports/csv/csv-row.ts'
import { csvTableNames } from '../../src/exports/csv/csv-tables.ts'
import type { ClaimAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { unguarded } from '../../src/text/formula-guard.ts'
import { listItems, listText } from '../../src/text/list-text.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { computedCells } from './computed-cells.ts'

describe.each(csvTableNames)('the table of %s', (table) => {
  test('reads well in a diff', async () => {
    await expect(written(awkwardGraph(), { table })).toMatchFileSnapshot(
      `golden/awkward-${table}.csv`,
    )
  })

  test('has as many cells in every row as columns, and no column twice', () => {
    const [head = [], ...rows] = cellsOf(written(awkwardGraph(), { table }))
    expect(new Set(head).size).toBe(head.length)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toHaveLength(head.length)
  })

  test('holds nothing that a spreadsheet would compute, whatever separates its cells', () => {
    const file = written(awkwardGraph(), { table })
    for (const separator of [',', ';', '\t']) expect(computedCells(file, separator)).toEqual([])
  })
})

test('the awkward graph would be computed without the guard', () => {
  const raw = written(awkwardGraph(), { table: 'nodes', raw: true })
  expect(computedCells(raw, ',').length).toBeGreaterThan(4)
})

test('raw leaves every text as it is', () => {
  const graph = awkwardGraph()
  const rows = rowsOf(graph, 'nodes', true)
  expect(rows.map(({ label }) => label)).toEqual(
    graph.mapNodes((_, { label }) => wellFormed(label)),
  )
  expect(rows.map(({ aliases }) => aliases)).toEqual(
    graph.mapNodes((_, { aliases }) => wellFormed(listText(aliases))),
  )
  expect(rows.find(({ id }) => id === 'formula')?.['weight (attribute)']).toBe('-5.2')
})

test('a negative number stays a number', () => {
  const rows = rowsOf(awkwardGraph(), 'nodes')
  expect(rows.find(({ id }) => id === 'formula')?.['weight (attribute)']).toBe('-5.2')
})

test('every node and edge has a row, and every claim and rival', () => {
  const graph = awkwardGraph()
  expect(rowsOf(graph, 'nodes').map(({ id }) => id)).toEqual(graph.nodes())
  const edges = rowsOf(graph, 'edges').map(({ claim, source, target }) => [claim, source, target])
  expect(edges).toEqual(graph.mapEdges((edge, _, source, target) => [edge, source, target]))
  const claims: ClaimAttributes[] = [
    ...graph.mapNodes((_, { attributes }) => Object.values(attributes).flat()).flat(),
    ...graph.mapEdges((_, attributes) => attributes),
  ]
  const told = rowsOf(graph, 'claims').map(({ rival, when }) => [rival, when])
  expect(told).toEqual(
    claims
      .flatMap((claim) => [
        ['', claim.when ?? ''],
        ...claim.rivals.map(({ when }, index) => [String(index + 1), when ?? '']),
      ])
      .map(([rival = '', when = '']) => [rival, when.startsWith('-') ? `'${when}` : when]),
  )
})

test('a rival stands under its claim and fills in only what it says itself', () => {
  const about = rowsOf(awkwardGraph(), 'claims').filter(
    ({ claim }) => claim === 'raid--killed--ada',
  )
  expect(about).toMatchObject([
    { rival: '', object: 'ada', citations: 'lwj#p2; bbc', quotes: 'was "killed" <yesterday>; ' },
    { rival: '1', object: 'bob', object_label: '', citations: 'bbc#p3', said_by: 'imu' },
    { rival: '2', object: '', when: '2012-03-27' },
  ])
  const count = rowsOf(awkwardGraph(), 'claims').filter(
    ({ claim }) => claim === 'raid#killed-count',
  )
  expect(count).toMatchObject([
    { rival: '', value: '20', value_type: 'number', denied: '' },
    { rival: '1', value: '25', value_type: 'number', confidence: 'possible' },
    { rival: '2', value: '', value_type: '', denied: 'true' },
  ])
})

test('what is lost is counted, and with one table the rows of the others', () => {
  const counts = (table?: string) =>
    Object.fromEntries(
      csv
        .losses(awkwardGraph(), table === undefined ? {} : { table })
        .map((l) => [l.kind, l.count]),
    )
  const others = {
    ...{ nodes: 12, edges: 20, claims: 40, sources: 2 },
    ...{ 'entity-types': 4, 'relation-types': 5, identity: 1 },
  }
  const rows = csvTableNames.map((table) => [table, rowsOf(awkwardGraph(), table).length])
  expect(Object.fromEntries(rows)).toEqual(others)
  expect(Object.keys(counts())).toEqual(['name-left-out', 'replaced-characters'])
  expect(counts('sources')).toEqual({
    'name-left-out': 1,
    'rows-left-out': others.nodes + others.edges + others.claims + 4 + 5 + 1,
  })
})

test('a tie of a projection loses its event, and that is told', () => {
  const graph = awkwardGraph()
  graph.setEdgeAttribute('ada--knows--bob', 'event', { id: 'raid', label: 'Raid' })
  expect(csv.losses(graph)).toContainEqual({
    ...{ kind: 'events-left-out', count: 1, example: 'ada--knows--bob' },
    what: 'ties of a projection became ties without their event',
  })
})

test('any text is a cell that cannot be computed, and gives itself back', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), (others) => {
      // A reader takes a byte order mark at the start of a file for its own.
      const texts = ['first', ...others]
      const row = csvRow(texts)
      for (const separator of [',', ';', '\t']) expect(computedCells(row, separator)).toEqual([])
      expect(cellsOf(row)[0]?.map(withoutGuard)).toEqual(texts.map(wellFormed))
      expect(cellsOf(row)[0]?.map(unguarded)).toEqual(texts.map(wellFormed))
      expect(cellsOf(csvRow(texts, true))).toEqual([texts.map(wellFormed)])
    }),
    { numRuns: 3000 },
  )
})

test('any list can be split again', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (items) => {
      expect(itemsOf(listText(items))).toEqual(items)
      const isNothing = items.length === 1 && items[0] === ''
      expect(listItems(listText(items))).toEqual(isNothing ? [] : items)
    }),
  )
})

test('half a character is mended before the guard looks', () => {
  const [[cell = ''] = []] = cellsOf(csvRow(['\ud800=1']))
  expect(cell).toBe('\ufffd=1')
})

test.each([
  ['a;b', ['a', 'b']],
  ['C:\\temp; d', ['C:\\temp', 'd']],
  ['a; ', ['a', '']],
])('a list that a person wrote: %j', (text, items) => {
  expect(listItems(text)).toEqual(items)
})

test('a text of many line ends and apostrophes is guarded in no time', () => {
  for (const piece of ['\n', "'", ' ', ';', '\t', "\n' "]) {
    expect(csvRow([`${piece.repeat(300_000)}-`]).length).toBeGreaterThan(300_000)
  }
})

function written(graph: KnowledgeGraph, options: { table: string; raw?: boolean }): string {
  return [...csv.write(graph, options)].join('')
}

/** As a reader has them that we did not write. */
function cellsOf(file: string): string[][] {
  const { data, errors } = papaparse.parse<string[]>(file, { delimiter: ',', newline: '\r\n' })
  expect(errors).toEqual([])
  return data.slice(0, -1)
}

function rowsOf(graph: KnowledgeGraph, table: string, raw = false): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(written(graph, { table, raw }))
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? '', cell])))
}

/** Takes away the apostrophe that the guard puts before what a spreadsheet would compute. */
function withoutGuard(cell: string): string {
  const skipped = "(?:(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[\\s\\p{Z}\\p{C}'])*"
  const start = new RegExp(
    `(^|[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029;])'(?=${skipped}[=+\\-@＝＋－＠])|^'(?='*[\\t\\r])`,
    'gu',
  )
  return cell.replace(start, '$1')
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

function itemsOf(list: string): string[] {
  const items = ['']
  for (const [, escaped, separator, plain] of list.matchAll(/\\([\s\S])|(; )|([\s\S])/g)) {
    if (separator) items.push('')
    else items[items.length - 1] += escaped ?? plain ?? ''
  }
  return items
}
