import type { IdentityAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { citationColumns } from './citation-columns.ts'
import { type CsvColumn, type CsvTable, csvTable } from './csv-table.ts'

const columns: readonly CsvColumn<IdentityAttributes>[] = [
  { name: 'verdict', value: ({ verdict }) => verdict },
  { name: 'entities', value: ({ entities }) => entities },
  { name: 'reason', value: ({ reason }) => reason },
  ...citationColumns(({ citations }: IdentityAttributes) => citations),
]

/** A row for each decision on who is who. */
export function identityTable(graph: KnowledgeGraph): CsvTable {
  return csvTable(columns, () => graph.getAttribute('identity'))
}
