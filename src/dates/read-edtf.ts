import type { DateRange, Edtf, Interval, IntervalEnd, PlainDate, SetMember } from './edtf.ts'
import { type Reading, read, unread } from './edtf-problem.ts'
import { writtenExtentOf } from './extent.ts'
import { formatEdtf } from './format-edtf.ts'
import { parseSingleDate } from './parse-single-date.ts'
import { monthsOfSeason } from './seasons.ts'

/** Longer texts are refused unread. */
export const maxEdtfLength = 64

/** Reads the grammar alone; `parseEdtf` adds what a curator may have meant. */
export function readEdtf(text: string): Reading<Edtf> {
  if (text === '') return unread('empty', text, 0)
  if (text.length > maxEdtfLength) return unread('too-long', text, 0)
  if (text.startsWith('[') && text.endsWith(']')) return readSet('one-of', text)
  if (text.startsWith('{') && text.endsWith('}')) return readSet('all-of', text)
  const slash = text.indexOf('/')
  return slash < 0 ? parseSingleDate(text, 0) : readInterval(text, slash)
}

function readInterval(text: string, slash: number): Reading<Interval> {
  if (text === '/') return unread('says-nothing', text, 0)
  if (text.includes('/', slash + 1)) return unread('not-edtf', text, 0)
  const start = readEnd(text.slice(0, slash), 0, 'first')
  if (!start.ok) return start
  const end = readEnd(text.slice(slash + 1), slash + 1, 'last')
  if (!end.ok) return end
  if (isReversed(start.value, end.value)) {
    return unread('reversed', text, 0, {
      replacement: formatEdtf({ kind: 'interval', start: end.value, end: start.value }),
    })
  }
  return read({ kind: 'interval', start: start.value, end: end.value })
}

function readEnd(text: string, at: number, side: 'first' | 'last'): Reading<IntervalEnd> {
  if (text === '') return read('unknown')
  if (text === '..') return read('open')
  const date = parseSingleDate(text, at)
  if (!date.ok) return date
  if (date.value.kind !== 'season') return read(date.value)
  const month = monthsOfSeason(date.value)[side]
  return unread('season-in-interval', text, at, { replacement: formatEdtf(month) })
}

/** What `~` adds does not put a date in order: `2012~/2011` is a slip. */
function isReversed(start: IntervalEnd, end: IntervalEnd): boolean {
  if (typeof start === 'string' || typeof end === 'string') return false
  return writtenExtentOf(start).from > writtenExtentOf(end).to
}

function readSet(kind: 'one-of' | 'all-of', text: string): Reading<Edtf> {
  const texts = text.slice(1, -1).split(',')
  const members: SetMember[] = []
  let at = 1
  for (const [index, memberText] of texts.entries()) {
    const member = readMember(memberText, at, index === 0, index === texts.length - 1)
    if (!member.ok) return member
    members.push(member.value)
    at += memberText.length + 1
  }
  return read({ kind, members })
}

function readMember(
  text: string,
  at: number,
  isFirst: boolean,
  isLast: boolean,
): Reading<SetMember> {
  if (text === '') return unread('empty-member', text, at)
  const dots = text.indexOf('..')
  if (dots < 0) return parseSingleDate(text, at)
  const isStartInside = dots === 0 && !isFirst
  const isEndInside = dots === text.length - '..'.length && !isLast
  if (isStartInside || isEndInside) return unread('open-range-inside', text, at)
  return readRange(text, at, dots)
}

function readRange(text: string, at: number, dots: number): Reading<DateRange> {
  const after = dots + '..'.length
  const from = readRangeEnd(text.slice(0, dots), at)
  if (!from.ok) return from
  const to = readRangeEnd(text.slice(after), at + after)
  if (!to.ok) return to
  if (from.value === undefined) {
    if (to.value === undefined) return unread('says-nothing', text, at)
    return read({ kind: 'range', from: undefined, to: to.value })
  }
  if (to.value === undefined) return read({ kind: 'range', from: from.value, to: undefined })
  return orderedRange(from.value, to.value, text, at)
}

function orderedRange(
  from: PlainDate,
  to: PlainDate,
  text: string,
  at: number,
): Reading<DateRange> {
  if (precisionOf(from) !== precisionOf(to)) return unread('uneven-range', text, at)
  if (writtenExtentOf(from).from <= writtenExtentOf(to).from) {
    return read({ kind: 'range', from, to })
  }
  return unread('reversed', text, at, { replacement: `${formatEdtf(to)}..${formatEdtf(from)}` })
}

function readRangeEnd(text: string, at: number): Reading<PlainDate | undefined> {
  if (text === '') return read(undefined)
  const date = parseSingleDate(text, at)
  if (!date.ok) return date
  return date.value.kind === 'date' && date.value.doubt === undefined
    ? read(date.value)
    : unread('uneven-range', text, at)
}

function precisionOf({ month, day }: PlainDate): 'year' | 'month' | 'day' {
  if (month === undefined) return 'year'
  return day === undefined ? 'month' : 'day'
}
