import { parseEdtf } from '../dates/parse-edtf.ts'
import type { ImportReport } from './import-report.ts'

/** A date of a file as EDTF: without its time of day, and read where it is written otherwise; nothing where it is none. */
export function edtfOf(text: string, report: ImportReport, example: string): string | undefined {
  const day = withoutTimes(text)
  const date = dateIn(text)
  if (day !== text.trim() && text.length <= mostCharacters) report.note('cut-times', example)
  if (date !== undefined && date !== day) report.note('read-dates', example)
  return date
}

/** The same, and nobody is told. */
export function dateIn(text: string): string | undefined {
  if (text.trim() === '' || text.length > mostCharacters) return undefined
  const day = withoutTimes(text)
  const parsed = parseEdtf(day)
  if (parsed.ok) return day
  const { suggestion } = parsed.problem
  return suggestion !== undefined && parseEdtf(suggestion).ok ? suggestion : undefined
}

function withoutTimes(text: string): string {
  return text.trim().replace(timeOfDay, '$1')
}

const mostCharacters = 200

const timeOfDay =
  /(-?\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?/g

/** From one day to another, either of which may be missing; nothing where both are. */
export function intervalOf(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined && end === undefined) return undefined
  if (start === end) return start
  const interval = `${start ?? ''}/${end ?? ''}`
  return parseEdtf(interval).ok ? interval : undefined
}
