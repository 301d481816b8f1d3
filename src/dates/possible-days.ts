import { boundsOf } from './bounds.ts'
import type { Day } from './calendar.ts'
import type { Edtf, SetMember } from './edtf.ts'
import { firstDayFrom, lastDayUntil } from './extent.ts'

/** The first day from `day` on at which the date may hold, or Infinity. */
export function firstPossibleDay(date: Edtf, day: Day): Day {
  switch (date.kind) {
    case 'date':
    case 'masked':
    case 'season':
    case 'rounded-year':
      return firstDayFrom(date, day)
    case 'interval': {
      const { earliestStart, latestEnd } = boundsOf(date)
      return latestEnd < day ? Number.POSITIVE_INFINITY : Math.max(earliestStart, day)
    }
    case 'one-of':
    case 'all-of':
      return date.members.reduce(
        (first, member) => Math.min(first, firstPossibleDay(asDate(member), day)),
        Number.POSITIVE_INFINITY,
      )
    default:
      return date satisfies never
  }
}

/** The last day until `day` at which the date may hold, or -Infinity. */
export function lastPossibleDay(date: Edtf, day: Day): Day {
  switch (date.kind) {
    case 'date':
    case 'masked':
    case 'season':
    case 'rounded-year':
      return lastDayUntil(date, day)
    case 'interval': {
      const { earliestStart, latestEnd } = boundsOf(date)
      return earliestStart > day ? Number.NEGATIVE_INFINITY : Math.min(latestEnd, day)
    }
    case 'one-of':
    case 'all-of':
      return date.members.reduce(
        (last, member) => Math.max(last, lastPossibleDay(asDate(member), day)),
        Number.NEGATIVE_INFINITY,
      )
    default:
      return date satisfies never
  }
}

/** A range touches every day from its first to its last, and so does the interval between them. */
function asDate(member: SetMember): Exclude<Edtf, { kind: 'one-of' | 'all-of' }> {
  if (member.kind !== 'range') return member
  return { kind: 'interval', start: member.from ?? 'open', end: member.to ?? 'open' }
}
