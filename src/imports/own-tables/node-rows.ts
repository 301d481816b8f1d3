import { groupBy } from '../../model/group-by.ts'
import { listItems } from '../../text/list-text.ts'
import { folderOf } from '../folder-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedAttribute, ImportedClaim, ImportedThing } from '../imported.ts'
import { type OwnValue, scalarOf } from './claim-rows.ts'
import {
  addedColumns,
  isCount,
  itemsIn,
  type OwnRow,
  textIn,
  truthIn,
  wordIn,
} from './own-table.ts'

/** A row of the table of nodes and the thing that it is about, of which nothing is claimed yet. */
export interface OwnNode {
  readonly row: OwnRow
  readonly thing: ImportedThing
}

export function readNodes(rows: readonly OwnRow[], report: ImportReport): OwnNode[] {
  return rows.flatMap((row) => {
    const [id, name] = [textIn(row, 'id'), textIn(row, 'label')]
    const key = id ?? name
    if (key === undefined) {
      report.note('left-out-rows', row.at)
      return []
    }
    const [summary, place] = [textIn(row, 'summary'), textIn(row, 'place')]
    const count = Number(wordIn(row, 'count', report, isCount))
    const thing = {
      ...{ key, type: textIn(row, 'type') ?? 'thing', aliases: itemsIn(row, 'aliases') },
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(summary !== undefined && { summary }),
      ...(place !== undefined && { folder: folderOf(place) }),
      ...(truthIn(row, 'unnamed', report) && { unnamed: true }),
      ...(count > 0 && { count }),
      attributes: [],
    }
    return [{ row, thing }]
  })
}

/** What is claimed of all things, and how the table of nodes may add to it. */
export interface OwnValues {
  /** By the key of their thing. */
  readonly byThing: ReadonlyMap<string, readonly OwnValue[]>
  /** Whether there is a table of claims at all. */
  readonly areTold: boolean
  /** Attributes that have texts, and those of which a thing has several values. */
  readonly textual: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
}

/** A thing with its values; cells of the table of nodes count where the table of claims says nothing of their attribute. */
export function withValues(
  thing: ImportedThing,
  row: OwnRow | undefined,
  values: OwnValues,
  report: ImportReport,
): ImportedThing {
  const claims = groupBy(values.byThing.get(thing.key) ?? [], ({ predicate }) => predicate)
  const [date, ...others] = claims.get(ownDate) ?? []
  for (const { row: other } of others) report.note('left-out-rows', other.at)
  if (row) compareCells(row, claims, report)
  const claimed = [...claims].flatMap(([name, own]) =>
    name === ownDate ? [] : own.map((claim) => ({ name, value: claim.value, ...claimOf(claim) })),
  )
  const added = row === undefined ? [] : addedValues(row, claims, values, report)
  const when = date?.text ?? (row && textIn(row, ownDate))
  const evidence = date ? claimOf(date) : { citations: [] }
  return {
    ...thing,
    ...(when !== undefined && { date: { ...evidence, value: when } }),
    attributes: [...claimed, ...added],
  }
}

/** The attribute under which a thing has its own date. */
const ownDate = 'when'

function claimOf({ evidence, rivals }: OwnValue): ImportedClaim {
  return { ...evidence, rivals }
}

function addedValues(
  row: OwnRow,
  claims: ReadonlyMap<string, readonly OwnValue[]>,
  { areTold, textual, lists }: OwnValues,
  report: ImportReport,
): ImportedAttribute[] {
  // The export has a date in `when`; start and end of a row without one are what a person calls so.
  const bounds = textIn(row, ownDate) === undefined ? ['start', 'end'] : []
  const added = [...bounds, ...addedColumns('nodes', row)].flatMap((column) => {
    const name = column.replace(suffix, '')
    const text = claims.has(name) ? undefined : textIn(row, column)
    if (text === undefined) return []
    const items = lists.has(name) ? listItems(text) : [text]
    return items.map((item) => ({ name, value: scalarOf(item, textual.has(name)), citations: [] }))
  })
  // What vouches for them is in the table of claims.
  if (!areTold && textIn(row, 'claims') !== undefined) {
    report.note('missing-evidence', row.at, added.length)
  }
  return added
}

/** Behind the names of attributes that the table has for something else. */
const suffix = / \(attribute\)$/

/** Tells of cells that say otherwise than the claims do. Those that a person added need not stand here, too. */
function compareCells(
  row: OwnRow,
  claims: ReadonlyMap<string, readonly OwnValue[]>,
  report: ImportReport,
): void {
  for (const [name, own] of claims) {
    const column = [`${name} (attribute)`, name].find((one) => row.columns.has(one))
    if (column === undefined || saysValues(row, column, own)) continue
    const exported = own.filter(({ key }) => key !== undefined)
    if (!saysValues(row, column, exported)) report.note('differing-tables', `${row.at}: ${column}`)
  }
}

/** Whether a cell holds an only value as it is, or all of them as a list. */
function saysValues(row: OwnRow, column: string, values: readonly OwnValue[]): boolean {
  const texts = values.map(({ text }) => text)
  const [text = '', another] = texts
  const isOne = another === undefined && saysSame(textIn(row, column) ?? '', text)
  return isOne || itemsIn(row, column).join('\n') === texts.join('\n')
}

/** Some programs write 20 as `20.0`. */
function saysSame(a: string, b: string): boolean {
  return a === b || (a !== '' && b !== '' && Number(a) === Number(b))
}
