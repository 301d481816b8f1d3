import { claimTable } from './claim-table.ts'
import type { MakeCsvTable } from './csv-table.ts'
import { edgeTable } from './edge-table.ts'
import { entityTypeTable } from './entity-type-table.ts'
import { identityTable } from './identity-table.ts'
import { nodeTable } from './node-table.ts'
import { relationTypeTable } from './relation-type-table.ts'
import { sourceTable } from './source-table.ts'

/** The one table of tables. */
export const csvTables = {
  nodes: nodeTable,
  edges: edgeTable,
  claims: claimTable,
  sources: sourceTable,
  'entity-types': entityTypeTable,
  'relation-types': relationTypeTable,
  identity: identityTable,
} as const satisfies Record<string, MakeCsvTable>

export type CsvTableName = keyof typeof csvTables

export const csvTableNames = Object.keys(csvTables) as CsvTableName[]

/** The table of edges where none is named: it is what most programs call a graph. */
export function tableNamed(name = 'edges'): CsvTableName {
  const found = csvTableNames.find((known) => known === name)
  if (found === undefined) throw new Error(`There is no table "${name}" in csv.`)
  return found
}
