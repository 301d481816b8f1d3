import type { Day } from './calendar.ts'
import { hasUncertainPart } from './doubt.ts'
import type { DateRange, Edtf, Interval, SetMember, SingleDate } from './edtf.ts'
import { extentOf, firstDayFrom, lastDayUntil } from './extent.ts'

/**
 * When something can have begun and ended. It held for sure from `latestStart` to `earliestEnd`,
 * if that is any time at all, it is not `uncertain`, and the date is not an all-of set, which may
 * have holes: `holdsOn` knows all of this.
 */
export interface Bounds {
  readonly earliestStart: Day
  readonly latestStart: Day
  readonly earliestEnd: Day
  readonly latestEnd: Day
  /** A `?` stands somewhere in the date: it may be wrong altogether. */
  readonly uncertain: boolean
}

/**
 * `2012` began on some day of 2012 and ended on some day of 2012: it may have lasted all year or
 * one day. An open end is infinite for sure. An unknown end leaves everything possible: `2012/`
 * may have ended on the day it began, or not yet.
 */
export function boundsOf(date: Edtf): Bounds {
  switch (date.kind) {
    case 'date':
    case 'masked':
    case 'season':
    case 'rounded-year':
      return singleBounds(date)
    case 'interval':
      return intervalBounds(date)
    case 'one-of':
      return oneOfBounds(date.members.map(alternativeBounds))
    case 'all-of':
      return allOfBounds(date.members.map(eachBounds))
    default:
      return date satisfies never
  }
}

function singleBounds(date: SingleDate): Bounds {
  const { from, to } = extentOf(date)
  return {
    earliestStart: from,
    latestStart: to,
    earliestEnd: from,
    latestEnd: to,
    uncertain: isUncertainDate(date),
  }
}

/** Of overlapping ends only what is in order counts: `2012/2012-03` began in March at the latest. */
function intervalBounds({ start, end }: Interval): Bounds {
  const hasStart = start !== 'open' && start !== 'unknown'
  const hasEnd = end !== 'open' && end !== 'unknown'
  const earliestStart = hasStart ? extentOf(start).from : Number.NEGATIVE_INFINITY
  const latestEnd = hasEnd ? extentOf(end).to : Number.POSITIVE_INFINITY
  const unstatedStart = start === 'open' ? Number.NEGATIVE_INFINITY : latestEnd
  const unstatedEnd = end === 'open' ? Number.POSITIVE_INFINITY : earliestStart
  return {
    earliestStart,
    latestStart: hasStart ? lastDayUntil(start, latestEnd) : unstatedStart,
    earliestEnd: hasEnd ? firstDayFrom(end, earliestStart) : unstatedEnd,
    latestEnd,
    uncertain: (hasStart && isUncertainDate(start)) || (hasEnd && isUncertainDate(end)),
  }
}

/** Whichever it was, it lies in here. */
function oneOfBounds(members: readonly Bounds[]): Bounds {
  return {
    earliestStart: least(members, 'earliestStart'),
    latestStart: greatest(members, 'latestStart'),
    earliestEnd: least(members, 'earliestEnd'),
    latestEnd: greatest(members, 'latestEnd'),
    uncertain: members.some((member) => member.uncertain),
  }
}

/** The first of them begins it and the last one ends it. */
function allOfBounds(members: readonly Bounds[]): Bounds {
  return {
    earliestStart: least(members, 'earliestStart'),
    latestStart: least(members, 'latestStart'),
    earliestEnd: greatest(members, 'earliestEnd'),
    latestEnd: greatest(members, 'latestEnd'),
    uncertain: members.some((member) => member.uncertain),
  }
}

/** One date out of the range, and it can be any. */
function alternativeBounds(member: SetMember): Bounds {
  if (member.kind !== 'range') return singleBounds(member)
  const { earliestStart, latestEnd } = eachBounds(member)
  return {
    earliestStart,
    latestStart: latestEnd,
    earliestEnd: earliestStart,
    latestEnd,
    uncertain: false,
  }
}

/** Every date of the range: the first one begins it, the last one ends it. */
function eachBounds(member: SetMember): Bounds {
  if (member.kind !== 'range') return singleBounds(member)
  const first = rangeEnd(member.from, Number.NEGATIVE_INFINITY)
  const last = rangeEnd(member.to, Number.POSITIVE_INFINITY)
  return {
    earliestStart: first.from,
    latestStart: first.to,
    earliestEnd: last.from,
    latestEnd: last.to,
    uncertain: false,
  }
}

function rangeEnd(end: DateRange['from'], open: Day): { from: Day; to: Day } {
  return end === undefined ? { from: open, to: open } : extentOf(end)
}

function isUncertainDate(date: SingleDate): boolean {
  if (date.kind === 'season' || date.kind === 'rounded-year') return false
  return date.doubt !== undefined && hasUncertainPart(date.doubt)
}

type BoundName = Exclude<keyof Bounds, 'uncertain'>

function least(members: readonly Bounds[], name: BoundName): Day {
  return members.reduce((day, member) => Math.min(day, member[name]), Number.POSITIVE_INFINITY)
}

function greatest(members: readonly Bounds[], name: BoundName): Day {
  return members.reduce((day, member) => Math.max(day, member[name]), Number.NEGATIVE_INFINITY)
}
