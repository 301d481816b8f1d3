import { boundsOf } from '../../dates/bounds.ts'
import { isoDay } from '../../dates/calendar.ts'
import type { Edtf, IntervalEnd } from '../../dates/edtf.ts'
import { formatEdtf } from '../../dates/format-edtf.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'

/** Dates as prefixes: `2012`, `2012-03`, `2012-03-17`. */
export interface FtmDates {
  readonly date?: string
  readonly startDate?: string
  readonly endDate?: string
  /** Whether they say all that the EDTF text does. */
  readonly exact: boolean
}

/** One date, or when something began and ended, each as precise as it was written and in the years 1000 to 2999. */
export function ftmDates(when: string): FtmDates {
  const parsed = parseEdtf(when)
  if (!parsed.ok) return { exact: false }
  const { date } = parsed
  if (date.kind === 'date') {
    const prefix = prefixOf(date)
    return prefix === undefined
      ? { exact: false }
      : { date: prefix, exact: date.doubt === undefined }
  }
  return date.kind === 'interval' ? ofInterval(date.start, date.end) : ofBounds(date)
}

function ofInterval(start: IntervalEnd, end: IntervalEnd): FtmDates {
  const startDate = prefixOf(start)
  const endDate = prefixOf(end)
  const isSure = (one: IntervalEnd) =>
    typeof one !== 'string' && one.kind === 'date' && one.doubt === undefined
  const exact = startDate !== undefined && endDate !== undefined && isSure(start) && isSure(end)
  return {
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    exact,
  }
}

function prefixOf(date: IntervalEnd): string | undefined {
  if (typeof date === 'string') return undefined
  if (date.kind === 'date') return inRange(formatEdtf({ ...date, doubt: undefined }))
  return undefined
}

/** The widest that it can be, where a date is one of several or has digits that nobody knows. */
function ofBounds(date: Edtf): FtmDates {
  const { earliestStart, latestEnd } = boundsOf(date)
  const [startDate, endDate] = [earliestStart, latestEnd].map((day) =>
    Number.isFinite(day) ? inRange(isoDay(day)) : undefined,
  )
  return {
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    exact: false,
  }
}

function inRange(prefix: string): string | undefined {
  return /^[12]\d{3}(-|$)/.test(prefix) ? prefix : undefined
}
