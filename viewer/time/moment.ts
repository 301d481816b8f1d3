import type { Day, DaySpan } from '../../src/dates/calendar.ts'
import type { ViewState } from '../state/view-state.ts'
import type { Axis } from './axis.ts'
import { nearestTick, type Step, tickAt, tickFrom } from './ticks.ts'
import { asWritten } from './time-text.ts'

/** The time that is chosen, and the day that it is compared with. */
export type Moment = Pick<ViewState, 'time' | 'compare'>

/** What can be moved along the axis: a single day, or the ends of a range, and the other day of a comparison. */
export type Handle = 'day' | 'from' | 'to' | 'compare'

export function handlesOf({ time, compare }: Moment): Handle[] {
  const own: Handle[] = time && time.from !== time.to ? ['from', 'to'] : ['day']
  return compare === null ? own : ['compare', ...own]
}

/** The day at which a handle stands; null where no time is chosen. */
export function dayOf({ time, compare }: Moment, handle: Handle): Day | null {
  if (handle === 'compare') return compare
  if (time === null) return null
  return handle === 'to' ? time.to : time.from
}

/** Puts a handle on a day within the axis; the ends of a range do not pass each other. */
export function moved(moment: Moment, handle: Handle, wanted: Day, { span }: Axis): Moment {
  const day = Math.min(span.to, Math.max(span.from, wanted))
  const { time } = moment
  if (handle === 'compare') return { ...moment, compare: day }
  if (handle === 'day' || time === null) return { ...moment, time: asWritten(oneDay(day)) }
  const range =
    handle === 'from'
      ? { from: Math.min(day, time.to), to: time.to }
      : { from: time.from, to: Math.max(day, time.from) }
  return { ...moment, time: asWritten(range) }
}

/** The day at which a handle stops when it is dropped near a place: the last of a range ends before a tick. */
export function snapped(handle: Handle, day: Day, { minor }: Axis): Day {
  return handle === 'to' ? nearestTick(day + 1, minor) - 1 : nearestTick(day, minor)
}

/** Moves a handle by ticks, from where it stands or else from the end that it comes from. */
export function stepped(
  moment: Moment,
  handle: Handle,
  step: Step,
  count: number,
  axis: Axis,
): Moment {
  const day = dayOf(moment, handle)
  const { from, to } = axis.span
  if (day === null) return moved(moment, handle, snapped(handle, count > 0 ? from : to, axis), axis)
  const inside = Math.min(to, Math.max(from, day))
  const next =
    handle === 'to' ? tickFrom(inside + 1, step, count) - 1 : tickFrom(inside, step, count)
  return moved(moment, handle, next, axis)
}

/** Moves the day, or both ends of the range, by one fine tick. */
export function steppedWhole(moment: Moment, count: 1 | -1, axis: Axis): Moment {
  const { time } = moment
  if (time === null || time.from === time.to) return stepped(moment, 'day', axis.minor, count, axis)
  // An open end stays open, and the other one moves.
  if (time.to === Infinity) return stepped(moment, 'from', axis.minor, count, axis)
  if (time.from === -Infinity) return stepped(moment, 'to', axis.minor, count, axis)
  const { from, to } = axis.span
  // From beyond the axis, to its nearer end.
  if (time.to < from) return shifted(moment, from - time.from, axis)
  if (time.from > to) return shifted(moment, to - time.to, axis)
  return shifted(moment, tickFrom(time.from, axis.minor, count) - time.from, axis)
}

/** Moves a range by days; where it fills whole units it goes on filling them. */
export function shifted(moment: Moment, days: number, { span, minor }: Axis): Moment {
  const { time } = moment
  if (time === null || !Number.isFinite(time.from + time.to)) return moment
  const { from, to } = { from: time.from + days, to: time.to + days }
  if (to < span.from || from > span.to) return moment
  const isWhole =
    tickAt(time.from, minor) === time.from && tickAt(time.to + 1, minor) === time.to + 1
  const range = isWhole
    ? {
        from: nearestTick(from, minor),
        to: Math.max(nearestTick(to + 1, minor), nearestTick(from, minor) + 1) - 1,
      }
    : { from, to }
  return { ...moment, time: asWritten(range) }
}

/** From a day to the labelled part of the axis in which it lies, and back to its first day. */
export function rangeToggled({ time, compare }: Moment, axis: Axis): Moment {
  if (time !== null && time.from !== time.to) {
    const day = Number.isFinite(time.from) ? time.from : axis.span.from
    return { compare, time: asWritten(oneDay(day)) }
  }
  const day = time?.from ?? axis.span.to
  const from = tickAt(day, axis.major)
  return { compare, time: asWritten({ from, to: tickFrom(from, axis.major, 1) - 1 }) }
}

/** Compares with a labelled part of the axis before, or no longer. */
export function compareToggled({ time, compare }: Moment, axis: Axis): Moment {
  if (compare !== null) return { time, compare: null }
  const { from, to } = axis.span
  const now = time ?? oneDay(nearestTick(to, axis.minor))
  const before = tickFrom(Math.max(from, now.from), axis.major, -1)
  return { time: now, compare: Math.max(from, before) }
}

function oneDay(day: Day): DaySpan {
  return { from: day, to: day }
}
