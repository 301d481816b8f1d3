import { guarded } from '../../text/formula-guard.ts'
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
  const whole = mendHalves(cell)
  const text = raw ? whole : guarded(whole)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
