import { parseEdtf } from '../dates/parse-edtf.ts'
import type { ImportReport } from './import-report.ts'

/** A date of a file as EDTF: without its time of day, and read where it is written otherwise; nothing where it is none. */
export function edtfOf(text: string, report: ImportReport, example: string): string | undefined {
  const written = text.trim()
  if (written === '' || written.length > mostCharacters) return undefined
  const day = written.replace(timeOfDay, '$1')
  if (day !== written) report.note('cut-times', example)
  const parsed = parseEdtf(day)
  if (parsed.ok) return day
  const { suggestion } = parsed.problem
  if (suggestion === undefined || !parseEdtf(suggestion).ok) return undefined
  report.note('read-dates', example)
  return suggestion
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
