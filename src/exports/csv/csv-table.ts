import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { listText } from '../../text/list-text.ts'
import type { Cell } from '../columns.ts'
import type { CsvCell } from './csv-row.ts'

/** A sheet: the names of its columns, and its rows, made while they are read. */
export interface CsvTable {
  readonly head: readonly string[]
  readonly rows: Iterable<readonly CsvCell[]>
}

export type MakeCsvTable = (graph: KnowledgeGraph) => CsvTable

export interface CsvColumn<Row> {
  readonly name: string
  readonly value: (row: Row) => Cell
}

export function csvTable<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: () => Iterable<Row>,
): CsvTable {
  return { head: columns.map(({ name }) => name), rows: cellsOf(columns, rows) }
}

function* cellsOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: () => Iterable<Row>,
): Generator<CsvCell[]> {
  for (const row of rows()) {
    yield columns.map(({ value }) => {
      const cell = value(row)
      return typeof cell === 'object' ? listText(cell) : cell
    })
  }
}
