import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { ExportFormat, ExportOptions } from '../export-format.ts'
import { inChunks } from '../in-chunks.ts'
import { csvLosses } from './csv-losses.ts'
import { byteOrderMark, csvRow } from './csv-row.ts'
import { csvTableNames, csvTables, tableNamed } from './csv-tables.ts'

export const csv = {
  extension: 'csv',
  mediaType: 'text/csv',
  description:
    'Tables of nodes, edges, claims with their rivals, sources, types and decisions on identity, for spreadsheets and databases.',
  hasPositions: false,
  options: {
    raw: 'Leave texts that look like formulas as they are, and the byte order mark away: for machines alone.',
    table:
      'Write this table and no other: nodes, edges, claims, sources, entity-types, relation-types or identity.',
  },
  tables: csvTableNames,
  cannotHold: [
    'The name of the base stays behind, since no table has a place for it.',
    'Lists become text: items stand between semicolons, one within an item has a backslash before it.',
    'Broken Unicode becomes U+FFFD, since UTF-8 has no place for it.',
  ],
  write: writeCsv,
  losses: csvLosses,
} as const satisfies ExportFormat

/** One of the tables, since a file holds one. */
function writeCsv(graph: KnowledgeGraph, { table, raw = false }: ExportOptions = {}) {
  const { head, rows } = csvTables[tableNamed(table)](graph)
  return inChunks(lines(head, rows, raw))
}

function* lines(
  head: readonly string[],
  rows: Iterable<Parameters<typeof csvRow>[0]>,
  raw: boolean,
): Generator<string> {
  if (!raw) yield byteOrderMark
  yield csvRow(head, raw)
  for (const row of rows) yield csvRow(row, raw)
}
