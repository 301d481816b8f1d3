import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csv } from '../../src/exports/csv/csv.ts'
import { csvTableNames, csvTables } from '../../src/exports/csv/csv-tables.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { type ImportedText, importFiles } from '../imports/import-text.ts'
import { python, run } from './readers.ts'

describe.each(csvTableNames)('the table of %s', (table) => {
  test.each([true, false])("is read whole by Python's csv, raw: %s", (raw) => {
    const file = `.peers/awkward-${table}.csv`
    writeFileSync(file, [...csv.write(awkwardGraph(), { table, raw })].join(''))
    const rows: string[][] = JSON.parse(run(python, ['test/peers/python/read_csv.py', file]))
    const { head, rows: written } = csvTables[table](awkwardGraph())
    const expected = [head, ...written].map((row) => row.map(textOf))
    expect(rows).toHaveLength(expected.length)
    if (raw) expect(rows).toEqual(expected)
    else expect(rows.map((row) => row.map(bare))).toEqual(expected.map((row) => row.map(bare)))
  })
})

test('tables come back that Python has read and written anew, in another dialect and order', async () => {
  const exported: Record<string, string> = {}
  const saved: Record<string, string> = {}
  for (const table of csvTableNames) {
    const text = [...csv.write(awkwardGraph(), { table })].join('')
    writeFileSync('.peers/exported.csv', text)
    run(python, ['test/peers/python/resave_csv.py', '.peers/exported.csv', '.peers/saved.csv'])
    exported[`${table}.csv`] = text
    saved[`${table}.csv`] = readFileSync('.peers/saved.csv', 'utf8')
    expect(saved[`${table}.csv`]).not.toBe(text)
  }
  const [before, after] = [await importFiles('csv', exported), await importFiles('csv', saved)]
  if (typeof before === 'string' || typeof after === 'string') throw new Error('Not read.')
  const told = ({ remarks }: ImportedText) => remarks.map(({ kind, count }) => [kind, count])
  expect(told(after)).toEqual(told(before))
  expect(compiled(after.files).graph.export()).toEqual(compiled(before.files).graph.export())
})

function textOf(cell: unknown): string {
  return String(cell ?? '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Without apostrophes, which the guard adds. */
function bare(text: string): string {
  return text.replaceAll("'", '')
}
