import { groupBy } from '../../model/group-by.ts'
import { unguarded } from '../../text/formula-guard.ts'
import { kebab } from '../../text/kebab.ts'
import { hashText } from '../base/name-ids.ts'
import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import { mostItems } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported } from '../imported.ts'
import { type OwnRow, type OwnTableName, ownTableOf } from '../own-tables/own-table.ts'
import { readOwnTables } from '../own-tables/read-own-tables.ts'
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
    'Tables of entities or of relations; what the columns mean is guessed from their names, or told by a mapping file. Those that Dossier exported come back whole.',
  takesMany: true,
  takesMapping: true,
  takesRaw: true,
  read: readCsv,
} as const satisfies ImportFormat

async function readCsv(inputs: readonly ImportInput[], context: ImportContext): Promise<Imported> {
  const mapping = context.mapping && readMapping(context.mapping)
  if (mapping) mustHaveTables(mapping, inputs)
  const reading: Reading = {
    ...{ context, mapping, nodes: [], edges: [], own: new Map() },
    known: [],
  }
  for (const input of inputs) {
    // Rows of several tables need their table's name to be found again.
    const prefix = inputs.length > 1 ? `${tableName(input.name)}-` : ''
    await readTable(input, prefix, reading)
  }
  return reading.own.size > 0
    ? readOwnTables(reading.own, context.report)
    : asImported(inputs, reading)
}

/** What has been read so far: tables of our own export, or of others. */
interface Reading {
  readonly context: ImportContext
  readonly mapping: Mapping | undefined
  readonly nodes: PropertyNode[]
  readonly edges: PropertyEdge[]
  readonly own: Map<OwnTableName, OwnRow[]>
  /** Of each table its name, and whether it is one of ours. */
  readonly known: { readonly name: string; readonly isOwn: boolean }[]
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
  /** Names of columns; empty where there is none that counts. */
  readonly head: readonly string[]
  readonly take: (number: number, cells: readonly string[]) => void
}

/** What becomes of the rows of a table, as its head tells. */
function tableOf(
  name: string,
  head: readonly string[],
  prefix: string,
  { context, mapping, nodes, edges, own, known }: Reading,
): Table {
  const plain = (cells: readonly string[]) => (context.raw ? cells : cells.map(unguarded))
  const trimmed = plain(head).map((column) => column.trim())
  const columns = new Map(trimmed.map((column, at) => [column, at] as const).reverse())
  const names = trimmed.map((column, at) => (columns.get(column) === at ? column : ''))
  // Who maps columns says what they mean.
  const table = mapping ? undefined : ownTableOf(names)
  known.push({ name, isOwn: table !== undefined })
  mustNotMix(known)
  if (table) {
    const rows = own.get(table) ?? []
    own.set(table, rows)
    const take: Table['take'] = (number, cells) =>
      rows.push({ at: `${prefix}p${number}`, head: names, columns, cells: plain(cells) })
    return { head: names, take }
  }
  const plan = planOf(name, head, mapping)
  const read = plan.kind === 'entities' ? readNodeRow : readEdgeRow
  for (const column of unusedColumns(head, plan)) {
    context.report.note('unused-columns', `${name}: ${column}`)
  }
  const rowContext = { prefix, report: context.report, nodes, edges }
  return { head, take: (number, cells) => read(number, cells, plan, rowContext) }
}

function mustNotMix(known: Reading['known']): void {
  const [own, other] = [true, false].map((isOwn) => known.find((one) => one.isOwn === isOwn)?.name)
  if (own === undefined || other === undefined) return
  throw new UnreadableInput(
    `"${own}" is a table that "dossier export csv" writes, and "${other}" is none, or lacks some of its columns. Import them into folders of their own, or export the tables again.`,
  )
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
  const columns = head.join(', ').replace(/\s+/g, ' ').slice(0, 200)
  throw new UnreadableInput(
    `What "${name}" holds cannot be guessed from its columns (${columns}). Name one of them "id" or "name", or two of them "source" and "target", or say it in a mapping file ("--mapping"; docs/import.md shows how).`,
  )
}

/** Columns that a mapping says nothing of; a guess leaves none out. */
function unusedColumns(head: readonly string[], { parts, values }: TablePlan): string[] {
  const cells = Array.from(parts.values(), (cell) => ('column' in cell ? cell.column : -1))
  const used = new Set([...cells, ...values.map(([, column]) => column)])
  return head.filter((column, at) => column.trim() !== '' && !used.has(at))
}

function tooMany(name: string): UnreadableInput {
  return new UnreadableInput(`"${name}" has more than ${mostItems} rows. Import a part of it.`)
}

/**
 * Rows of one name and without an id may tell of several people: where they differ each gets a key of its own. The next
 * import knows them again by what they say, since rows move.
 */
function apart(nodes: readonly PropertyNode[]): PropertyNode[] {
  const namesakes = groupBy(nodes, ({ key }) => key)
  const told = new Set<string>()
  return nodes.flatMap((node) => {
    if (!node.isKeyedByName) return [node]
    const text = rowText(node)
    if (told.has(text)) return []
    told.add(text)
    const isAlone = namesakes.get(node.key)?.length === 1
    const key = isAlone ? node.key : `${node.key} ${node.row}`
    return [{ ...node, key, at: node.key, content: hashText(text) }]
  })
}

function rowText({ label, type, date, properties }: PropertyNode): string {
  return JSON.stringify([label, type, date, [...properties]])
}

function asImported(inputs: readonly ImportInput[], { nodes, edges, context }: Reading): Imported {
  const names = inputs.map(({ name }) => name)
  const tables = names.length === 1 ? 'A table that was' : 'Tables that were'
  const origin = {
    title: names.join(', '),
    note: `${tables} imported. A locator is the id or the name in a row, or what a row ties.`,
  }
  const graph = { nodes: apart(nodes), edges, untyped: true, hasNamedEnds: true } as const
  return readPropertyGraph(graph, origin, context.report)
}
