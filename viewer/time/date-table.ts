import { type Bounds, boundsOf } from '../../src/dates/bounds.ts'
import type { DaySpan } from '../../src/dates/calendar.ts'
import type { Edtf } from '../../src/dates/edtf.ts'
import { type Holding, holdsDuring } from '../../src/dates/holds.ts'
import { parseEdtf } from '../../src/dates/parse-edtf.ts'
import { type Activity, activity } from './activity.ts'

/** The distinct dates of a graph with their bounds, so that no text is read when the time moves. */
export interface DateTable {
  readonly bounds: readonly Bounds[]
  /** Dates that may skip days between their bounds, by their place. */
  readonly scattered: ReadonlyMap<number, Edtf>
}

/** What is no date says nothing about time. */
const anyTime: Bounds = {
  earliestStart: -Infinity,
  latestStart: Infinity,
  earliestEnd: -Infinity,
  latestEnd: Infinity,
  uncertain: true,
}

const codes: Readonly<Record<Holding, Activity>> = {
  no: activity.no,
  possible: activity.possible,
  certain: activity.certain,
}

export function dateTableOf(texts: Iterable<string>): DateTable {
  const bounds: Bounds[] = []
  const scattered = new Map<number, Edtf>()
  for (const text of texts) {
    const parsed = parseEdtf(text)
    if (parsed.ok && mayHaveGaps(parsed.date)) scattered.set(bounds.length, parsed.date)
    bounds.push(parsed.ok ? boundsOf(parsed.date) : anyTime)
  }
  return { bounds, scattered }
}

function mayHaveGaps({ kind }: Edtf): boolean {
  return kind === 'masked' || kind === 'one-of' || kind === 'all-of'
}

/** For each date what `holdsDuring` says of it. */
export function holdingsIn({ bounds, scattered }: DateTable, { from, to }: DaySpan): Uint8Array {
  const holdings = new Uint8Array(bounds.length)
  bounds.forEach((date, index) => {
    if (date.earliestStart > to || date.latestEnd < from) return
    const certain = !date.uncertain && date.latestStart <= to && date.earliestEnd >= from
    holdings[index] = certain ? activity.certain : activity.possible
  })
  for (const [index, date] of scattered) holdings[index] = codes[holdsDuring(date, from, to)]
  return holdings
}
