import { boundsOf } from '../../dates/bounds.ts'
import { isoDay } from '../../dates/calendar.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'
import type { SourceAttributes } from '../../graph/knowledge-graph.ts'
import { type Spell, writableSpell } from '../gexf/spells.ts'

/** Where no clock may be asked and no source tells the time. */
export const noTime = '1970-01-01T00:00:00.000Z'

/**
 * From the first instant of the earliest day to the last one of the latest: a stop is always later than its start, as
 * STIX demands, and still shows the day that it is about.
 */
export function stixSpan<Start extends string, Stop extends string>(
  spell: Spell,
  startName: Start,
  stopName: Stop,
) {
  const { start, end } = writableSpell(spell)
  return {
    [startName]: start === undefined ? undefined : firstInstant(start),
    [stopName]: end === undefined ? undefined : `${end}T23:59:59.999Z`,
  }
}

/** When a source was published: the first instant that its date allows. */
export function publicationTime({ published }: SourceAttributes): string | undefined {
  const day = published === undefined ? undefined : daysOf(published).start
  return day === undefined ? undefined : firstInstant(day)
}

/**
 * Programs take an object for news when it was modified later than the one they have. No clock says so, but a base
 * grows by reading: this is the latest day on which one of its sources was read or, failing that, published.
 */
export function lastReading(sources: Readonly<Record<string, SourceAttributes>>): string {
  const days = Object.values(sources).flatMap(({ accessed, published }) => {
    const date = accessed ?? published
    return date === undefined ? [] : (daysOf(date).end ?? [])
  })
  const latest = days.reduce((one, other) => (one > other ? one : other), '')
  return latest === '' ? noTime : firstInstant(latest)
}

function daysOf(date: string): Spell {
  const parsed = parseEdtf(date)
  if (!parsed.ok) return {}
  const { earliestStart, latestEnd } = boundsOf(parsed.date)
  return writableSpell({
    ...(Number.isFinite(earliestStart) && { start: isoDay(earliestStart) }),
    ...(Number.isFinite(latestEnd) && { end: isoDay(latestEnd) }),
  })
}

function firstInstant(day: string): string {
  return `${day}T00:00:00.000Z`
}
