import { mendHalves } from '../../text/half-characters.ts'

export type CsvCell = string | number | boolean | undefined

/** A line of a table as RFC 4180 has it. `raw` leaves texts as they are, for machines alone. */
export function csvRow(cells: readonly CsvCell[], raw = false): string {
  return `${cells.map((cell) => cellText(cell, raw)).join(',')}\r\n`
}

/** Tells spreadsheets that the text is UTF-8; without it, some read names in other scripts as rubbish. */
export const byteOrderMark = '\ufeff'

/** Numbers stay numbers: only a text can be a formula by mistake, and `-5.2` as a number is none. */
function cellText(cell: CsvCell, raw: boolean): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = mendHalves(raw ? cell : guarded(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * An apostrophe before whatever a spreadsheet could compute, at the start of a text and wherever a reader with other
 * separators would start a cell: a new line, a tab, a semicolon. Apostrophes that stood there get one more, so
 * that taking one away gives the text back.
 */
function guarded(text: string): string {
  return suspicious.test(text) ? text.replace(formulaStart, "$1'") : text
}

const suspicious = /[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/

/** What a spreadsheet may skip before a formula: spaces and invisible characters, but nothing that starts a cell. */
const skipped = "(?:(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[\\s\\p{Z}\\p{C}'])*"
const formulaStart = new RegExp(
  `(^|[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029;])(?=${skipped}[=+\\-@\\uff0b\\uff0d\\uff1d\\uff20])|^(?='*[\\t\\r])`,
  'gu',
)
