import type { KnowledgeGraph, NodeAttributes } from '../../graph/knowledge-graph.ts'
import { namedNodeColumns } from '../named-columns.ts'
import { type CsvColumn, type CsvTable, csvTable } from './csv-table.ts'

interface Row {
  readonly node: string
  readonly attributes: NodeAttributes
}

/** A row for each entity, with a column for each attribute that any of them has. */
export function nodeTable(graph: KnowledgeGraph): CsvTable {
  const columns: CsvColumn<Row>[] = [
    { name: 'id', value: ({ node }) => node },
    ...namedNodeColumns(graph).map(({ name, value }) => ({
      name,
      value: ({ attributes }: Row) => value(attributes),
    })),
  ]
  return csvTable(columns, () => graph.nodeEntries())
}
