import type { EntityTypeAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { type CsvTable, csvTable } from './csv-table.ts'

const details = [
  'label',
  'types',
  'abstract',
  'dated',
  'transit',
  'colour',
  'stix',
  'ftm',
] as const satisfies readonly (keyof EntityTypeAttributes)[]

type Row = readonly [id: string, type: EntityTypeAttributes]

/** A row for each type of entities in the ontology; `types` is the type and those above it. */
export function entityTypeTable(graph: KnowledgeGraph): CsvTable {
  const columns = details.map((name) => ({ name, value: ([, type]: Row) => type[name] }))
  return csvTable<Row>([{ name: 'id', value: ([id]) => id }, ...columns], () =>
    Object.entries(graph.getAttribute('ontology').entities),
  )
}
