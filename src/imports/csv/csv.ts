import { kebab } from '../../text/kebab.ts'
import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import { mostItems } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported } from '../imported.ts'
import type { PropertyEdge, PropertyNode } from '../property-graph/property-graph.ts'
import { readPropertyGraph } from '../property-graph/read-property-graph.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { csvRows } from './csv-rows.ts'
import { guessPlan } from './guess-plan.ts'
import { type Mapping, readMapping } from './read-mapping.ts'
import { readEdgeRow, readNodeRow } from './read-row.ts'
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
  const reading: Reading = { context, mapping, nodes: [], edges: [], rows: 0 }
  for (const input of inputs) {
    // Rows of several tables need their table's name to be found again.
    const prefix = inputs.length > 1 ? `${tableName(input.name)}-` : ''
    await readTable(input, prefix, reading)
  }
  return asImported(inputs, reading)
}

/** What has been read so far. */
interface Reading {
  readonly context: ImportContext
  readonly mapping: Mapping | undefined
  readonly nodes: PropertyNode[]
  readonly edges: PropertyEdge[]
  /** The number of the last row that there was. */
  rows: number
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

async function readTable(input: ImportInput, prefix: string, reading: Reading): Promise<void> {
  const { context, nodes, edges } = reading
  let table: Table | undefined
  let items = nodes.length + edges.length
  for await (const { number, cells } of csvRows(input, context)) {
    reading.rows = Math.max(reading.rows, number)
    if (table === undefined) {
      table = tableOf(input.name, cells, prefix, reading)
      continue
    }
    tellSurplus(number, cells, table, prefix, context.report)
    table.take(number, cells)
    items++
    if (items > mostItems) throw tooMany(input.name)
  }
}

interface Table {
  readonly head: readonly string[]
  readonly take: (number: number, cells: readonly string[]) => void
}

/** What becomes of the rows of a table, as its head tells. */
function tableOf(
  name: string,
  head: readonly string[],
  prefix: string,
  { context, mapping, nodes, edges }: Reading,
): Table {
  const plan = planOf(name, head, mapping)
  const read = plan.kind === 'entities' ? readNodeRow : readEdgeRow
  const rowContext = { prefix, report: context.report, nodes, edges }
  return { head, take: (number, cells) => read(number, cells, plan, rowContext) }
}

/** A cell that no name stands above belongs to nothing that could be told. */
function tellSurplus(
  number: number,
  cells: readonly string[],
  { head }: Table,
  prefix: string,
  report: ImportReport,
): void {
  const surplus = cells.filter((cell, at) => (head[at] ?? '').trim() === '' && cell.trim() !== '')
  report.note('surplus-cells', `${prefix}p${number}`, surplus.length)
}

function planOf(name: string, head: readonly string[], mapping: Mapping | undefined): TablePlan {
  const plan = mapping?.tables.get(name)?.(head) ?? guessPlan(head)
  if (plan) return plan
  throw new UnreadableInput(
    `What "${name}" holds cannot be guessed from its columns (${head.join(', ').slice(0, 200)}). Name one of them "id" or "name", or two of them "source" and "target", or say it in a mapping file ("--mapping"; docs/import.md shows how).`,
  )
}

function tooMany(name: string): UnreadableInput {
  return new UnreadableInput(`"${name}" has more than ${mostItems} rows. Import a part of it.`)
}

function asImported(
  inputs: readonly ImportInput[],
  { nodes, edges, rows, context }: Reading,
): Imported {
  const names = inputs.map(({ name }) => name)
  const isOne = names.length === 1
  const origin = {
    title: names.join(', '),
    note: isOne
      ? 'A table that was imported. A locator such as p2 is a row of it; its head is row 1.'
      : `Tables that were imported. A locator such as ${tableName(names[0] ?? '')}-p2 is a table and a row of it; its head is row 1.`,
    ...(isOne && { rows: Math.max(rows, 1) }),
  }
  const graph = { nodes, edges, untyped: true, hasNamedEnds: true } as const
  return readPropertyGraph(graph, origin, context.report)
}
