import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csv } from '../../src/exports/csv/csv.ts'
import { csvTableNames, csvTables } from '../../src/exports/csv/csv-tables.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
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

function textOf(cell: unknown): string {
  return String(cell ?? '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Without apostrophes, which the guard adds. */
function bare(text: string): string {
  return text.replaceAll("'", '')
}
