import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { Properties, PropertyEdge, PropertyNode } from '../property-graph/property-graph.ts'
import type { Part, TablePlan } from './table-plan.ts'

/** Where rows go, and what they are called. */
export interface RowContext {
  /** Begins the locator of every row, where there are several tables. */
  readonly prefix: string
  readonly report: ImportReport
  readonly nodes: PropertyNode[]
  readonly edges: PropertyEdge[]
}

type Cells = readonly string[]

export function readNodeRow(
  number: number,
  cells: Cells,
  plan: TablePlan,
  { nodes, report, prefix }: RowContext,
): void {
  const part = partReader(cells, plan)
  const name = part('name')
  const id = part('id')
  const key = id ?? name
  if (key === undefined) {
    report.note('left-out-rows', `${prefix}p${number}`)
    return
  }
  const [type, date] = [part('type'), part('when')]
  nodes.push({
    ...{ key, row: `${prefix}p${number}`, spells: [], table: prefix },
    ...(id === undefined && { isKeyedByName: true }),
    properties: valuesOf(cells, plan, ['aliases', 'summary']),
    ...(name !== undefined && { label: name }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
  })
}

export function readEdgeRow(
  number: number,
  cells: Cells,
  plan: TablePlan,
  { edges, report, prefix }: RowContext,
): void {
  const part = partReader(cells, plan)
  const [source, target] = [part('source'), part('target')]
  if (source === undefined || target === undefined) {
    report.note('left-out-rows', `${prefix}p${number}`)
    return
  }
  const [kind, sourceType, targetType] = [
    part('relation'),
    part('source-type'),
    part('target-type'),
  ]
  const evidence: readonly Part[] = [
    ...(['role', 'when', 'start', 'end', 'confidence', 'said-by'] as const),
    ...(['inferred', 'note', 'cite', 'url'] as const),
  ]
  const properties = new Map(valuesOf(cells, plan, evidence))
  const undirected = isUndirected(part('directed'), properties)
  edges.push({
    ...{ row: `${prefix}p${number}`, source, target, properties, undirected, spells: [] },
    ...{ ...given('key', part('id')), table: prefix },
    ...(kind !== undefined && { kind }),
    ...(sourceType !== undefined && { sourceType }),
    ...(targetType !== undefined && { targetType }),
  })
}

function partReader(cells: Cells, { parts }: TablePlan): (part: Part) => string | undefined {
  return (part) => {
    const cell = parts.get(part)
    if (cell === undefined) return undefined
    const text = ('value' in cell ? cell.value : (cells[cell.column] ?? '')).trim()
    return text === '' ? undefined : text
  }
}

/** The other values of a row, and those of some parts, under the names by which they are known further on. */
function valuesOf(cells: Cells, plan: TablePlan, parts: readonly Part[]): Properties {
  const read = partReader(cells, plan)
  const values = new Map<string, readonly string[]>()
  for (const part of parts) {
    const text = read(part)
    if (text !== undefined) values.set(part, [text])
  }
  for (const [name, column] of plan.values) {
    if (column >= cells.length) break
    const text = (cells[column] ?? '').trim()
    if (text !== '') values.set(name, [...(values.get(name) ?? []), text])
  }
  return values
}

/** Gephi writes into a column "Type" whether an edge has a direction. */
function isUndirected(told: string | undefined, properties: Map<string, unknown>): boolean {
  for (const [name, value] of properties) {
    if (name.toLowerCase() !== 'type' || !Array.isArray(value)) continue
    const text = String(value[0]).toLowerCase()
    if (text !== 'directed' && text !== 'undirected') continue
    properties.delete(name)
    return text === 'undirected'
  }
  return told !== undefined && /^(no|false|0|undirected)$/i.test(told)
}
