import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, fixable, meant, quoted } from './wording.ts'

export interface DateProblem {
  readonly kind: string
  readonly suggestion?: string
}

const datesInWords: Readonly<Record<string, string>> = {
  'too-long': 'A date has at most 64 characters.',
  'no-such-day': 'The calendar has no such day.',
  'no-such-month': 'A year has the months 01 to 12 (and the seasons 21 to 24).',
  'time-of-day': 'Dates are whole days here. Leave the time of day out.',
}

export function badDate(date: Located<string>, { kind, suggestion }: DateProblem): Diagnostic {
  const reason = datesInWords[kind] ?? `${quoted(date.value)} is no EDTF date.`
  const wayOut =
    suggestion === undefined
      ? 'Write 2012, 2012-03, 2012-03-17, 2009/2012, ../2012, 2012~ (about) or 2012? (uncertain).'
      : `Did you mean ${quoted(suggestion)}?`
  return error('bad-date', date.span, `${reason} ${wayOut}`)
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

export function afterEnd(
  span: Span,
  entity: string,
  relation: string,
  end: { relation: string; when: string; span: Span },
): Diagnostic {
  return error(
    'after-end',
    span,
    `"${entity}" takes part in this ("${relation}") after its end. Mend one of the dates, or write "confidence: doubtful" at the claim that you doubt.`,
    {
      message: `"${end.relation}" ends it (${end.when}).`,
      span: end.span,
    },
  )
}

export function beforeStart(
  span: Span,
  entity: string,
  relation: string,
  start: { relation: string; when: string; span: Span },
): Diagnostic {
  return error(
    'before-start',
    span,
    `"${entity}" has this ("${relation}") before its start. Mend one of the dates, or write "confidence: doubtful" at the claim that you doubt.`,
    { message: `"${start.relation}" begins it (${start.when}).`, span: start.span },
  )
}

export function outsideEvent(span: Span, event: string, when: string, place: Span): Diagnostic {
  return error(
    'outside-event',
    span,
    `This is at no time of the event "${event}" (${when}). Mend one of the dates; without "when" the part has the event's.`,
    { message: 'The event has its date here.', span: place },
  )
}
