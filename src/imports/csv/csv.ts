import { kebab } from '../../text/kebab.ts'
import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import { mostItems } from '../import-limits.ts'
import type { Imported } from '../imported.ts'
import type { PropertyEdge, PropertyNode } from '../property-graph/property-graph.ts'
import { readPropertyGraph } from '../property-graph/read-property-graph.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { csvRows } from './csv-rows.ts'
import { guessPlan } from './guess-plan.ts'
import { type Mapping, readMapping } from './read-mapping.ts'
import { type RowContext, readEdgeRow, readNodeRow } from './read-row.ts'
import type { TablePlan } from './table-plan.ts'

export const csv = {
  extensions: ['csv', 'tsv'],
  description:
    'Tables of entities or of relations; what the columns mean is guessed from their names, or told by a mapping file.',
  takesMany: true,
  takesMapping: true,
  read: readCsv,
} as const satisfies ImportFormat

async function readCsv(inputs: readonly ImportInput[], context: ImportContext): Promise<Imported> {
  const mapping = context.mapping && readMapping(context.mapping)
  if (mapping) mustHaveTables(mapping, inputs)
  const nodes: PropertyNode[] = []
  const edges: PropertyEdge[] = []
  let rows = 1
  for (const input of inputs) {
    // Rows of several tables need their table's name to be found again.
    const prefix = inputs.length > 1 ? `${tableName(input.name)}-` : ''
    const table = { prefix, report: context.report, nodes, edges }
    rows = Math.max(rows, await readTable(input, mapping, table, context))
  }
  return asImported(inputs, nodes, edges, rows, context)
}

/** `people` of `people.csv`. */
function tableName(file: string): string {
  return kebab(file.replace(/\.[^.]*$/, '')) || 'table'
}

function mustHaveTables({ tables }: Mapping, inputs: readonly ImportInput[]): void {
  const names = inputs.map(({ name }) => name)
  const unknown = [...tables.keys()].find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw new UnreadableInput(
    `The mapping names a table "${unknown}" that is not imported. There are ${names.join(', ')}.`,
  )
}

/** Gives the number of its last row. */
async function readTable(
  input: ImportInput,
  mapping: Mapping | undefined,
  table: RowContext,
  context: ImportContext,
): Promise<number> {
  let plan: TablePlan | undefined
  let last = 1
  for await (const { number, cells } of csvRows(input, context)) {
    last = number
    if (plan === undefined) plan = planOf(input.name, cells, mapping)
    else if (plan.kind === 'entities') readNodeRow(number, cells, plan, table)
    else readEdgeRow(number, cells, plan, table)
    if (table.nodes.length + table.edges.length > mostItems) throw tooMany(input.name)
  }
  return last
}

function planOf(name: string, head: readonly string[], mapping: Mapping | undefined): TablePlan {
  const plan = mapping?.tables.get(name)?.(head) ?? guessPlan(head)
  if (plan) return plan
  const columns = head.join(', ').replace(/\s+/g, ' ').slice(0, 200)
  throw new UnreadableInput(
    `What "${name}" holds cannot be guessed from its columns (${columns}). Name one of them "id" or "name", or two of them "source" and "target", or say it in a mapping file ("--mapping"; docs/import.md shows how).`,
  )
}

function tooMany(name: string): UnreadableInput {
  return new UnreadableInput(`"${name}" has more than ${mostItems} rows. Import a part of it.`)
}

function asImported(
  inputs: readonly ImportInput[],
  nodes: readonly PropertyNode[],
  edges: readonly PropertyEdge[],
  rows: number,
  { report }: ImportContext,
): Imported {
  const names = inputs.map(({ name }) => name)
  const isOne = names.length === 1
  const origin = {
    title: names.join(', '),
    note: isOne
      ? 'A table that was imported. A locator such as p2 is a row of it; its head is row 1.'
      : `Tables that were imported. A locator such as ${tableName(names[0] ?? '')}-p2 is a table and a row of it; its head is row 1.`,
    ...(isOne && { rows }),
  }
  const ends = endsByName(nodes)
  const found = edges.map((edge) => ({
    ...edge,
    source: ends(edge.source),
    target: ends(edge.target),
  }))
  return readPropertyGraph({ nodes, edges: found, untyped: true }, origin, report)
}

/** The ends of a relation are told by id or, where that is no id, by name. */
function endsByName(nodes: readonly PropertyNode[]): (end: string) => string {
  const keys = new Set(nodes.map(({ key }) => key))
  const named = new Map<string, string>()
  for (const { key, label } of nodes) {
    if (label !== undefined && !named.has(label)) named.set(label, key)
  }
  return (end) => (keys.has(end) ? end : (named.get(end) ?? end))
}
