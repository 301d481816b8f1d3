import type { KnowledgeGraph, SourceAttributes } from '../../graph/knowledge-graph.ts'
import { type CsvTable, csvTable } from './csv-table.ts'

const details = [
  'title',
  'author',
  'publisher',
  'published',
  'accessed',
  'kind',
  'language',
  'reliability',
  'url',
  'archive',
  'paragraphs',
  'pages',
  'note',
  'file',
  'line',
] as const satisfies readonly (keyof SourceAttributes)[]

type Row = readonly [id: string, source: SourceAttributes]

/** A row for each source; citations name it before the `#`. */
export function sourceTable(graph: KnowledgeGraph): CsvTable {
  const columns = details.map((name) => ({
    name,
    value: ([, source]: Row) => source[name],
  }))
  return csvTable<Row>([{ name: 'id', value: ([id]) => id }, ...columns], () =>
    Object.entries(graph.getAttribute('sources')),
  )
}
