import { listItems } from '../../text/list-text.ts'
import type { ImportReport } from '../import-report.ts'

/** A row of a table that `dossier export csv` wrote, or of one to which a person added it. */
export interface OwnRow {
  /** Where it stands, as in `edges-p7`. */
  readonly at: string
  /** Names of columns; empty where there is none that counts. */
  readonly head: readonly string[]
  /** Where in the row a column is. */
  readonly columns: ReadonlyMap<string, number>
  readonly cells: readonly string[]
}

export type OwnTableName = keyof typeof tables

/** The rows of all tables that were named. */
export type OwnTables = ReadonlyMap<OwnTableName, readonly OwnRow[]>

/** A table is known by some of its columns, in any order; the others it may lack. */
interface OwnTable {
  readonly knownBy: readonly string[]
  readonly others: readonly string[]
}

const tables = {
  nodes: {
    knownBy: ['id', 'label', 'type', 'types', 'aliases', 'unnamed'],
    others: [
      ...['summary', 'count', 'when', 'start', 'end', 'claims', 'rivals', 'place'],
      ...['x', 'y', 'size', 'color'],
    ],
  },
  edges: {
    knownBy: ['claim', 'source', 'source_label', 'target', 'target_label', 'relation'],
    others: [
      ...['sentence', 'label', 'kind', 'symmetric', 'role', 'when', 'start', 'end', 'confidence'],
      ...['citations', 'quotes', 'said_by', 'inferred', 'note', 'rivals', 'place'],
    ],
  },
  claims: {
    knownBy: ['claim', 'rival', 'about', 'subject', 'predicate', 'object', 'value'],
    others: [
      ...['subject_label', 'object_label', 'value_type', 'denied', 'role', 'when', 'start', 'end'],
      ...['confidence', 'said_by', 'inferred', 'citations', 'quotes', 'note', 'file', 'line'],
    ],
  },
  sources: {
    knownBy: ['id', 'title', 'author', 'publisher', 'reliability', 'archive'],
    others: [
      ...['published', 'accessed', 'kind', 'language', 'url', 'paragraphs', 'pages', 'note'],
      ...['file', 'line'],
    ],
  },
  'entity-types': {
    knownBy: ['id', 'label', 'types', 'abstract', 'dated', 'transit'],
    others: ['colour', 'stix', 'ftm'],
  },
  'relation-types': {
    knownBy: ['id', 'label', 'inverse_label', 'symmetric', 'from', 'to', 'says'],
    others: ['inverse', 'kind', 'says_inverse', 'stix', 'ftm'],
  },
  identity: { knownBy: ['verdict', 'entities', 'reason', 'citations'], others: ['quotes'] },
} as const satisfies Record<string, OwnTable>

/** Which of our tables has such a head; nothing where none has. */
export function ownTableOf(head: readonly string[]): OwnTableName | undefined {
  return tableNames.find((name) => tables[name].knownBy.every((column) => head.includes(column)))
}

const tableNames = Object.keys(tables) as OwnTableName[]

/** Columns with something in them that the table does not have when it is exported, in their order. */
export function addedColumns(table: OwnTableName, { head, cells }: OwnRow): string[] {
  const { knownBy, others }: OwnTable = tables[table]
  return cells.flatMap((cell, at) => {
    const name = head[at] ?? ''
    const isAdded = name !== '' && !knownBy.includes(name) && !others.includes(name)
    return isAdded && cell.trim() !== '' ? [name] : []
  })
}

/** What stands in a cell, without spaces around it; nothing where that is empty or there is no such column. */
export function textIn({ columns, cells }: OwnRow, column: string): string | undefined {
  const at = columns.get(column)
  const text = at === undefined ? '' : (cells[at] ?? '').trim()
  return text === '' ? undefined : text
}

export function itemsIn(row: OwnRow, column: string): string[] {
  return listItems(textIn(row, column) ?? '')
    .map((item) => item.trim())
    .filter(Boolean)
}

/** Spreadsheets write truth in capitals, people write a word; what is neither is told and is not there. */
export function truthIn(row: OwnRow, column: string, report: ImportReport): boolean | undefined {
  const text = wordIn(row, column, report, (word) => isTrue(word) || /^(false|no|0)$/i.test(word))
  return text === undefined ? undefined : isTrue(text)
}

/** What stands in a cell that takes no other words than these; others are told. */
export function wordIn(
  row: OwnRow,
  column: string,
  report: ImportReport,
  isWord: (text: string) => boolean,
): string | undefined {
  const text = textIn(row, column)
  if (text === undefined || isWord(text)) return text
  tellUnfit(row, column, text, report)
  return undefined
}

export function tellUnfit(
  { at }: OwnRow,
  column: string,
  text: string,
  report: ImportReport,
): void {
  const brief = text.length > 60 ? `${text.slice(0, 59)}…` : text
  report.note('unfit-values', `${at}: ${column} "${brief}"`)
}

export function isTrue(text: string): boolean {
  return /^(true|yes|1)$/i.test(text)
}

/** Some programs write a point into all numbers of a column that has empty cells. */
export function isCount(text: string): boolean {
  return /^[1-9][0-9]{0,14}$/.test(String(Number(text)))
}
