import type { EdgeAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { sentenceOf } from '../../graph/sentence.ts'
import { namedEdgeColumns } from '../named-columns.ts'
import { type CsvColumn, type CsvTable, csvTable } from './csv-table.ts'

interface Row {
  readonly edge: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/** A row for each relation, with both ends by id and by name, and the sentence that it says. */
export function edgeTable(graph: KnowledgeGraph): CsvTable {
  const label = (id: string) => graph.getNodeAttribute(id, 'label')
  const columns: CsvColumn<Row>[] = [
    { name: 'claim', value: ({ edge }) => edge },
    { name: 'source', value: ({ source }) => source },
    { name: 'source_label', value: ({ source }) => label(source) },
    { name: 'target', value: ({ target }) => target },
    { name: 'target_label', value: ({ target }) => label(target) },
    { name: 'sentence', value: ({ edge }) => sentenceOf(graph, edge) },
    ...namedEdgeColumns.map(({ name, value }) => ({
      name,
      value: ({ attributes }: Row) => value(attributes),
    })),
  ]
  return csvTable(columns, () => graph.edgeEntries())
}
