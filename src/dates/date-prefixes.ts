import { boundsOf } from './bounds.ts'
import { isoDay } from './calendar.ts'
import type { Edtf, IntervalEnd } from './edtf.ts'
import { formatEdtf } from './format-edtf.ts'
import { parseEdtf } from './parse-edtf.ts'

/** Dates as FollowTheMoney has them: `2012`, `2012-03`, `2012-03-17`. */
export interface DatePrefixes {
  readonly date?: string
  readonly startDate?: string
  readonly endDate?: string
  /** Whether they stand for the same EDTF text again. */
  readonly exact: boolean
}

type Prefixes = Omit<DatePrefixes, 'exact'>

/** One date, or when something began and ended, each as precise as it was written and in the years 1000 to 2999. */
export function datePrefixes(when: string): DatePrefixes {
  const parsed = parseEdtf(when)
  const prefixes = parsed.ok ? prefixesOf(parsed.date) : {}
  return { ...prefixes, exact: whenOf(prefixes) === when }
}

/** The EDTF text that prefixes stand for; nothing where there are none. */
function whenOf({ date, startDate, endDate }: Prefixes): string | undefined {
  if (date !== undefined) return date
  if (startDate === undefined && endDate === undefined) return undefined
  return startDate === endDate ? startDate : `${startDate ?? ''}/${endDate ?? ''}`
}

function prefixesOf(date: Edtf): Prefixes {
  if (date.kind === 'date') return given('date', prefixOf(date))
  return date.kind === 'interval'
    ? ofEnds(prefixOf(date.start), prefixOf(date.end))
    : ofBounds(date)
}

function ofEnds(startDate: string | undefined, endDate: string | undefined): Prefixes {
  return { ...given('startDate', startDate), ...given('endDate', endDate) }
}

function given<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: string })
}

function prefixOf(date: IntervalEnd): string | undefined {
  if (typeof date === 'string') return undefined
  if (date.kind === 'date') return inRange(formatEdtf({ ...date, doubt: undefined }))
  return undefined
}

/** The widest that it can be, where a date is one of several or has digits that nobody knows. */
function ofBounds(date: Edtf): Prefixes {
  const { earliestStart, latestEnd } = boundsOf(date)
  const [start, end] = [earliestStart, latestEnd].map((day) =>
    Number.isFinite(day) ? inRange(isoDay(day)) : undefined,
  )
  return ofEnds(start, end)
}

function inRange(prefix: string): string | undefined {
  return /^[12]\d{3}(-|$)/.test(prefix) ? prefix : undefined
}
