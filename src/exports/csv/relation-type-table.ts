import type { KnowledgeGraph, RelationTypeAttributes } from '../../graph/knowledge-graph.ts'
import { type CsvColumn, type CsvTable, csvTable } from './csv-table.ts'

type Row = readonly [id: string, relation: RelationTypeAttributes]

const columns: readonly CsvColumn<Row>[] = [
  { name: 'id', value: ([id]) => id },
  { name: 'label', value: ([, { label }]) => label },
  { name: 'inverse', value: ([, { inverse }]) => inverse },
  { name: 'inverse_label', value: ([, { inverseLabel }]) => inverseLabel },
  { name: 'symmetric', value: ([, { symmetric }]) => symmetric },
  { name: 'kind', value: ([, { kind }]) => kind },
  { name: 'from', value: ([, { from }]) => from },
  { name: 'to', value: ([, { to }]) => to },
  { name: 'says', value: ([, { says }]) => says },
  { name: 'says_inverse', value: ([, { saysInverse }]) => saysInverse },
  { name: 'stix', value: ([, { stix }]) => stix },
  { name: 'ftm', value: ([, { ftm }]) => ftm },
]

/** A row for each relation that the ontology has, whether or not an edge is one. */
export function relationTypeTable(graph: KnowledgeGraph): CsvTable {
  return csvTable(columns, () => Object.entries(graph.getAttribute('ontology').relations))
}
