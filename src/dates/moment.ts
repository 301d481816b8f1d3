import { boundsOf } from './bounds.ts'
import type { Day } from './calendar.ts'
import { parseEdtf } from './parse-edtf.ts'

/** Where a date stands among others: its first known day, then its last one. Infinite where no day is known. */
export type Moment = readonly [Day, Day]

/** What began at an unknown time stands where it ended, because that is all that is known of it. */
export function momentOf(when: string | undefined): Moment {
  const parsed = when === undefined ? undefined : parseEdtf(when)
  if (!parsed?.ok) return [Infinity, Infinity]
  const { earliestStart, latestEnd } = boundsOf(parsed.date)
  const first = Number.isFinite(earliestStart) ? earliestStart : latestEnd
  return [Number.isFinite(first) ? first : Infinity, latestEnd]
}
