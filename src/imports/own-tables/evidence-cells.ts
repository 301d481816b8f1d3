import { confidences } from '../../model/claim.ts'
import { listItems } from '../../text/list-text.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { citationOf } from '../citation-of.ts'
import { edtfOf, intervalOf } from '../edtf-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedCitation, ImportedEvidence, ImportedSource } from '../imported.ts'
import { keyCalled, type ThingNames } from '../named-ends.ts'
import { addedColumns, itemsIn, type OwnRow, type OwnTableName, textIn } from './own-table.ts'

/** What rows are read with. */
export interface OwnReading {
  readonly report: ImportReport
  readonly names: ThingNames
  /** Those that are cited are added. */
  readonly sources: Map<string, ImportedSource>
}

/** What vouches for the claim of a row. What has no place in a claim is told in its note. */
export function evidenceIn(
  row: OwnRow,
  table: OwnTableName,
  { report, names, sources }: OwnReading,
): ImportedEvidence {
  const when = textIn(row, 'when') ?? periodIn(row, report)
  const word = textIn(row, 'confidence')
  const confidence = confidences.find((one) => one === word?.toLowerCase())
  const inferred = textIn(row, 'inferred')
  const { citations, others } = citationsIn(row, table, sources)
  const more = [
    ...(word !== undefined && confidence === undefined ? [`confidence: ${word}`] : []),
    ...others.map((quote) => `quote: ${quote}`),
    ...addedTexts(row, table),
  ]
  report.note('values-in-notes', row.at, more.length)
  const note = noteOf(textIn(row, 'note'), more)
  return {
    ...{ citations, saidBy: itemsIn(row, 'said_by').map((speaker) => keyCalled(speaker, names)) },
    ...(when !== undefined && { when }),
    ...(confidence !== undefined && { confidence }),
    ...(inferred !== undefined && { inferred }),
    ...(note !== undefined && { note }),
  }
}

/** What stands in columns that a person has added, each with the name of its column. */
export function addedTexts(row: OwnRow, table: OwnTableName): string[] {
  return addedColumns(table, row).map((column) => `${column}: ${textIn(row, column)}`)
}

/** A note with more lines, none of them twice. */
export function noteOf(note: string | undefined, more: readonly string[]): string | undefined {
  const lines = new Set([...(note === undefined ? [] : [note]), ...more])
  return lines.size === 0 ? undefined : [...lines].join('\n')
}

/** The tables have it beside `when`; who fills in a row by hand may know no better. */
function periodIn(row: OwnRow, report: ImportReport): string | undefined {
  const [start, end] = ['start', 'end'].map((column) => {
    const text = textIn(row, column)
    return text === undefined ? undefined : (edtfOf(text, report, row.at) ?? text)
  })
  const told = [start, end].filter((bound) => bound !== undefined)
  // What makes no period is no date either, and will be told in the note.
  return intervalOf(start, end) ?? (told.length === 0 ? undefined : told.join(' to '))
}

interface Cited {
  readonly citations: readonly ImportedCitation[]
  /** Quotes of which it is not clear what they are taken from. */
  readonly others: readonly string[]
}

/** Quotes stand in the order of the citations; in the table of edges each behind the citation that it belongs to. */
export function citationsIn(
  row: OwnRow,
  table: OwnTableName,
  sources: Map<string, ImportedSource>,
): Cited {
  const quotes = listItems(textIn(row, 'quotes') ?? '').map((quote) => quote.trim())
  let next = 0
  const citations = listItems(textIn(row, 'citations') ?? '').flatMap((item) => {
    const text = item.trim()
    const prefix = table === 'edges' ? `${text}: ` : ''
    const isOwn = quotes[next]?.startsWith(prefix) === true
    const quote = isOwn ? quotes[next++]?.slice(prefix.length) : undefined
    if (text === '') return []
    return [{ ...sourceCited(text, sources), ...(quote && { quote }) }]
  })
  return { citations, others: quotes.slice(next).filter(Boolean) }
}

/** A source may be cited that no table tells of: by an id, by the address where it is, or by what a person calls it. */
function sourceCited(text: string, sources: Map<string, ImportedSource>): ImportedCitation {
  const isAddress = isWebAddress(text)
  const citation = isAddress ? { source: text } : citationOf(text)
  const { source = text } = citation
  if (!sources.has(source)) {
    const told = isAddress ? { url: text } : { note: 'Only the name of this source is known.' }
    sources.set(source, { id: source, title: source, ...told })
  }
  return citation
}
