import { monthName } from './calendar-words.ts'
import { type DatePhrase, joinPhrases, nounOf } from './date-phrase.ts'
import type {
  DateRange,
  Edtf,
  Interval,
  IntervalEnd,
  PlainDate,
  SetMember,
  SingleDate,
} from './edtf.ts'
import { writtenExtentOf } from './extent.ts'
import { formatEdtf } from './format-edtf.ts'
import { singleDatePhrase } from './single-date-phrase.ts'

/**
 * The date in English, with its preposition, as it follows a comma in a sentence: `in March 2012`,
 * `on 17 March 2012`, `about 2012`, `from 2009 to March 2012`, `until 2012`, `since 2011`,
 * `in 2011 or 2013`, `on or after 18 March 2012`.
 */
export function describeEdtf(date: Edtf): string {
  switch (date.kind) {
    case 'interval':
      return describeInterval(date)
    case 'one-of':
      return joinPhrases(date.members.map(alternativePhrase), 'or')
    case 'all-of':
      return joinPhrases(date.members.map(eachPhrase), 'and')
    default:
      return describeSingle(date)
  }
}

function describeSingle(date: SingleDate): string {
  return joinPhrases([singleDatePhrase(date)], 'and')
}

function describeInterval({ start, end }: Interval): string {
  if (start === 'open') return end === 'open' ? 'at all times' : `until ${endNoun(end)}`
  if (end === 'open') return `since ${endNoun(start)}`
  if (start === 'unknown') return `until ${endNoun(end)} (start unknown)`
  if (end === 'unknown') return `from ${endNoun(start)} (end unknown)`
  if (isPlain(start) && isPlain(end)) return describePlainInterval(start, end)
  return `from ${endNoun(start)} to ${endNoun(end)}`
}

function endNoun(end: Exclude<IntervalEnd, 'open'>): string {
  return end === 'unknown' ? 'an unknown date' : nounOf(singleDatePhrase(end))
}

/** `2012-03-17/2012` ends within the year in which it begins: later in 2012. */
function describePlainInterval(start: PlainDate, end: PlainDate): string {
  if (formatEdtf(start) === formatEdtf(end)) {
    return start.day === undefined ? `within ${endNoun(end)}` : describeSingle(end)
  }
  if (contains(end, start)) return `from ${endNoun(start)} to later in ${endNoun(end)}`
  if (contains(start, end)) return `from earlier in ${endNoun(start)} to ${endNoun(end)}`
  return fromTo(start, end)
}

function contains(outer: PlainDate, inner: PlainDate): boolean {
  const [whole, part] = [writtenExtentOf(outer), writtenExtentOf(inner)]
  return whole.from <= part.from && part.to <= whole.to
}

/** `from 17 to 20 March 2012`, `from March to May 2012`: what both ends share is said once. */
function fromTo(start: PlainDate, end: PlainDate): string {
  return `from ${startNoun(start, end)} to ${endNoun(end)}`
}

function startNoun(start: PlainDate, end: PlainDate): string {
  const isAlike = start.year === end.year && (start.day === undefined) === (end.day === undefined)
  if (!isAlike || start.month === undefined || end.month === undefined) return endNoun(start)
  if (start.day === undefined) return monthName(start.month)
  return start.month === end.month ? `${start.day}` : `${start.day} ${monthName(start.month)}`
}

function isPlain(end: SingleDate): end is PlainDate {
  return end.kind === 'date' && end.doubt === undefined
}

function alternativePhrase(member: SetMember): DatePhrase {
  if (member.kind !== 'range') return singleDatePhrase(member)
  const { from, to } = member
  const { preposition, unit } = unitOf(member)
  if (from === undefined) return rangePhrase(`${preposition} or before`, endNoun(to))
  if (to === undefined) return rangePhrase(`${preposition} or after`, endNoun(from))
  return rangePhrase(preposition, `a ${unit} ${fromTo(from, to)}`)
}

function eachPhrase(member: SetMember): DatePhrase {
  if (member.kind !== 'range') return singleDatePhrase(member)
  const { from, to } = member
  const { preposition, unit } = unitOf(member)
  if (from === undefined) return rangePhrase(preposition, `each ${unit} until ${endNoun(to)}`)
  if (to === undefined) return rangePhrase(preposition, `each ${unit} since ${endNoun(from)}`)
  return rangePhrase(preposition, `each ${unit} ${fromTo(from, to)}`)
}

function rangePhrase(preposition: string, noun: string): DatePhrase {
  return { preposition, noun, isAbout: false, remarks: [] }
}

function unitOf({ from, to }: DateRange): { preposition: 'in' | 'on'; unit: string } {
  const { month, day } = from ?? to
  if (day !== undefined) return { preposition: 'on', unit: 'day' }
  return { preposition: 'in', unit: month === undefined ? 'year' : 'month' }
}
