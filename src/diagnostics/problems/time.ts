import { daysInMonth } from '../../dates/calendar.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, fixable, meant, quoted } from './wording.ts'

export interface DateProblem {
  readonly kind: string
  readonly suggestion?: string
}

const datesInWords: Readonly<Record<string, string>> = {
  'too-long': 'A date has at most 64 characters.',
  'no-such-month': 'A year has the months 01 to 12 (and the seasons 21 to 24).',
  'time-of-day': 'Dates are whole days here. Leave the time of day out.',
}

const mendsInWords: Readonly<Record<string, string>> = {
  'no-such-day': 'Mend the day, or leave it out where only the month is known.',
  'no-such-month': 'Mend the month, or leave it out where only the year is known.',
  'not-edtf':
    'Write 2012, 2012-03, 2012-03-17, 2009/2012, ../2012, 2012~ (about) or 2012? (uncertain); leave "when" out where the source gives no date.',
}

export function badDate(date: Located<string>, { kind, suggestion }: DateProblem): Diagnostic {
  const reason =
    (kind === 'no-such-day' ? lengthOfMonth(date.value) : datesInWords[kind]) ??
    `${quoted(date.value)} is not how a date is written here.`
  const mend =
    suggestion === undefined
      ? (dayOrMonth(date.value) ?? mendsInWords[kind] ?? mendsInWords['not-edtf'])
      : `Did you mean ${quoted(suggestion)}?`
  return error('bad-date', date.span, `${reason} ${mend}`)
}

/** `03/04/2012` is the third of April or the fourth of March, by country. */
function dayOrMonth(date: string): string | undefined {
  const [, first = '', second = '', year] =
    /^([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})$/.exec(date) ?? []
  if (year === undefined || Math.max(Number(first), Number(second)) > 12) return undefined
  const [a, b] = [first, second].map((digits) => digits.padStart(2, '0'))
  return `Is it "${year}-${b}-${a}" (day first) or "${year}-${a}-${b}" (month first)?`
}

/** Why a day is not in the calendar; only of one date, not of an interval or a set. */
function lengthOfMonth(date: string): string {
  const [, year, month] = /^([0-9]{4})-([0-9]{2})-[0-9]{2}[~?%]?$/.exec(date) ?? []
  if (year === undefined || month === undefined) return 'The calendar has no such day.'
  return `${year}-${month} has ${daysInMonth(Number(year), Number(month))} days.`
}

export function reversedInterval(
  date: Located<string>,
  suggestion: string | undefined,
): Diagnostic {
  const meantOne = suggestion === undefined ? undefined : { text: suggestion, isOnly: true }
  const diagnostic = error(
    'reversed-interval',
    date.span,
    `This interval ends before it begins. ${meant(meantOne, 'Write the earlier date first.')}`,
  )
  return fixable(diagnostic, date.value, meantOne)
}

/** A relation with the date that it has, of its own or of its event. */
interface Dated {
  readonly relation: string
  readonly when: string
  readonly span: Span
}

export function afterEnd(entity: string, act: Dated, end: Dated): Diagnostic {
  return error(
    'after-end',
    act.span,
    `This is too late for "${entity}": ${told(act)} comes after ${told(end)}, which is its end. ${wayOut}`,
    { message: 'The end is told here.', span: end.span },
  )
}

export function beforeStart(entity: string, act: Dated, start: Dated): Diagnostic {
  return error(
    'before-start',
    act.span,
    `This is too early for "${entity}": ${told(act)} comes before ${told(start)}, which is its beginning. ${wayOut}`,
    { message: 'The beginning is told here.', span: start.span },
  )
}

const wayOut = 'Mend one of the dates, or write "confidence: doubtful" at the claim that you doubt.'

function told({ relation, when }: Dated): string {
  return `"${relation}" (${when})`
}

export function outsideEvent(span: Span, event: string, when: string, place: Span): Diagnostic {
  return error(
    'outside-event',
    span,
    `The event "${event}" was at another time (${when}). Mend one of the dates, or leave this "when" out: a part in an event has the event's.`,
    { message: 'The event has its date here.', span: place },
  )
}

interface DatedEvent {
  readonly id: string
  readonly when: string
  readonly span: Span
}

export function outsideWhole(
  span: Span,
  relation: string,
  part: DatedEvent,
  whole: DatedEvent,
): Diagnostic {
  return error(
    'outside-event',
    span,
    `"${relation}" says that "${part.id}" was in the time of "${whole.id}", but ${part.when} is not in ${whole.when}. Mend one of the dates, or this relation.`,
    { message: `"${part.id}" has its date here.`, span: part.span },
    { message: `"${whole.id}" has its date here.`, span: whole.span },
  )
}
