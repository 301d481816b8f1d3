import type { Scalar } from '../../model/claim.ts'
import { groupBy } from '../../model/group-by.ts'
import { isNumberText } from '../base/number-text.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedEvidence, ImportedRival } from '../imported.ts'
import { keyCalled } from '../named-ends.ts'
import { evidenceIn, type OwnReading } from './evidence-cells.ts'
import { isTrue, type OwnRow, textIn, truthIn } from './own-table.ts'

/** A row that is no rival, and what its rivals say. */
interface OwnClaim {
  readonly row: OwnRow
  /** Shared by all of its rows; absent where a person added it. */
  readonly key: string | undefined
  /** By key or, where a person wrote it, by name. */
  readonly subject: string
  readonly predicate: string
  readonly evidence: ImportedEvidence
  readonly rivals: readonly ImportedRival[]
}

export interface OwnValue extends OwnClaim {
  readonly value: Scalar
  /** As it stands in the table. */
  readonly text: string
}

export interface OwnTie extends OwnClaim {
  readonly object: string
}

export interface OwnClaims {
  /** In the order of their keys, whatever that of the rows is. */
  readonly values: readonly OwnValue[]
  readonly ties: readonly OwnTie[]
}

/** The table of claims. Rows that say nothing, and rivals of nothing, are left out and told. */
export function readClaims(rows: readonly OwnRow[], reading: OwnReading): OwnClaims {
  const textual = textualPredicates(rows)
  const rivals = rivalsByClaim(rows, textual, reading)
  const values: OwnValue[] = []
  const ties: OwnTie[] = []
  for (const row of rows.filter((one) => textIn(one, 'rival') === undefined)) {
    const said = saidIn(row, reading.report)
    if (said === undefined) continue
    const { object, text, ...about } = said
    const claim = { ...about, row, ...claimOf(row, rivals, reading) }
    if (object === undefined) values.push({ ...claim, text, value: scalarIn(row, text, textual) })
    else ties.push({ ...claim, object })
  }
  for (const [key, left] of rivals) reading.report.note('left-out-rivals', key, left.length)
  return { values: values.sort((a, b) => placeOf(a) - placeOf(b)), ties }
}

/** Takes the rivals out that have its key: of rows that share one, the first is theirs. */
function claimOf(
  row: OwnRow,
  rivals: Map<string, readonly ImportedRival[]>,
  reading: OwnReading,
): Pick<OwnClaim, 'key' | 'evidence' | 'rivals'> {
  const key = textIn(row, 'claim')
  const own = key === undefined ? [] : (rivals.get(key) ?? [])
  if (key !== undefined) rivals.delete(key)
  return { key, evidence: evidenceIn(row, 'claims', reading), rivals: own }
}

interface Said {
  readonly subject: string
  readonly predicate: string
  /** Of a relation. */
  readonly object: string | undefined
  /** Of an attribute. */
  readonly text: string
}

function saidIn(row: OwnRow, report: ImportReport): Said | undefined {
  const [subject, predicate] = [textIn(row, 'subject'), textIn(row, 'predicate')]
  const [object, text = ''] = [textIn(row, 'object'), textIn(row, 'value')]
  if (subject === undefined || predicate === undefined || (object ?? text) === '') {
    report.note('left-out-rows', row.at)
    return undefined
  }
  if (text === '' || object === undefined) return { subject, predicate, object, text }
  const isValue = textIn(row, 'about')?.toLowerCase() === 'attribute'
  report.note('surplus-cells', `${row.at}: ${isValue ? 'object' : 'value'}`)
  return { subject, predicate, object: isValue ? undefined : object, text }
}

/** In the order of their numbers, whatever that of the rows is. */
function rivalsByClaim(
  rows: readonly OwnRow[],
  textual: ReadonlySet<string>,
  reading: OwnReading,
): Map<string, readonly ImportedRival[]> {
  const numberOf = (row: OwnRow) => Number(textIn(row, 'rival')) || 0
  const rivals = rows
    .filter((row) => textIn(row, 'rival') !== undefined)
    .sort((a, b) => numberOf(a) - numberOf(b))
  const groups = groupBy(rivals, (row) => textIn(row, 'claim') ?? '')
  return new Map(
    Array.from(groups, ([key, own]) => [key, own.map((row) => rivalOf(row, textual, reading))]),
  )
}

function rivalOf(row: OwnRow, textual: ReadonlySet<string>, reading: OwnReading): ImportedRival {
  const [target, value] = [textIn(row, 'object'), textIn(row, 'value')]
  return {
    ...evidenceIn(row, 'claims', reading),
    ...(target !== undefined && { target: keyCalled(target, reading.names) }),
    ...(value !== undefined && { value: scalarIn(row, value, textual) }),
    ...(truthIn(row, 'denied', reading.report) && { denied: true }),
  }
}

/** Where the value stands among those that its entity has of its kind, as its key tells; what a person added is last. */
function placeOf({ key, subject, predicate }: OwnValue): number {
  const first = `${subject}#${predicate}`
  if (key === first) return 1
  const number = key?.startsWith(`${first}--`) ? Number(key.slice(first.length + 2)) : Number.NaN
  return Number.isInteger(number) ? number : Number.MAX_SAFE_INTEGER
}

function scalarIn(row: OwnRow, text: string, textual: ReadonlySet<string>): Scalar {
  const kind = textIn(row, 'value_type')?.toLowerCase()
  if (kind === 'boolean') return isTrue(text)
  if (kind === 'number') return numberIn(text) ?? text
  return kind === undefined ? scalarOf(text, textual.has(textIn(row, 'predicate') ?? '')) : text
}

/** Where decimals have a comma, a spreadsheet writes one into numbers that had a point. */
function numberIn(text: string): number | undefined {
  const number = Number(/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text)
  return Number.isFinite(number) ? number : undefined
}

/** What a person wrote into a cell; a number, unless other values of its kind are texts. */
export function scalarOf(text: string, isTextual: boolean): Scalar {
  return !isTextual && isNumberText(text) ? Number(text) : text
}

/** What the values of an attribute that the export wrote are. */
export function textualPredicates(rows: readonly OwnRow[]): ReadonlySet<string> {
  const texts = rows.filter((row) => textIn(row, 'value_type')?.toLowerCase() === 'string')
  return new Set(texts.map((row) => textIn(row, 'predicate') ?? ''))
}
