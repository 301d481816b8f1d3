/** Why a text is no date, and where: the offsets are half-open and count from the text's start. */
export interface EdtfProblem {
  readonly kind: EdtfProblemKind
  readonly start: number
  readonly end: number
  /** The number of days of the month, for a `no-such-day` in a month that is known. */
  readonly lastDay?: number
  /** The whole date as it was meant, in EDTF; absent where that is a guess. */
  readonly suggestion?: string
}

/** The one list of kinds, so that every one of them can be given a sentence. */
export const edtfProblemKinds = [
  /** There is no text. */
  'empty',
  /** More than `maxEdtfLength` characters. */
  'too-long',
  /** Not written the EDTF way. */
  'not-edtf',
  /** A day and a time: dates end with the day. */
  'time-of-day',
  /** `-0000`: year 0 has no sign. */
  'no-such-year',
  /** `2012-13`, `2012-00`, `2012-42`; 21 to 41 are seasons. */
  'no-such-month',
  /** `2011-02-29`, `2012-03-00`. */
  'no-such-day',
  /** `Y2012`: the letter is for years of five digits and more. */
  'short-long-year',
  /** A year that no calendar needs. */
  'year-out-of-range',
  /** `1950S5`: more significant digits than digits, or none. */
  'wrong-significant-digits',
  /** `2012-21~`: EDTF has no doubt about seasons, long years and years with significant digits. */
  'cannot-be-qualified',
  /** `2012-21/2012-22`: an interval begins and ends with a year, a month or a day. */
  'season-in-interval',
  /** The start is after the end. */
  'reversed',
  /** `/`, `[..]`: no date in it. */
  'says-nothing',
  /** `[]`, `[2011,,2012]`: a date is missing between the commas. */
  'empty-member',
  /** `[2011..2012-03]`: the ends of a range are dates of one precision, without doubt or mask. */
  'uneven-range',
  /** `[2011..,2013]`: only the first member can be open at its start and the last one at its end. */
  'open-range-inside',
] as const
export type EdtfProblemKind = (typeof edtfProblemKinds)[number]

/** Something that was read, or the reason why not. */
export type Reading<T> = { readonly ok: true; readonly value: T } | Unread

export interface Unread {
  readonly ok: false
  readonly fault: Fault
}

/** A problem with one part of the text; put in its place, `replacement` would mend it. */
export interface Fault extends Omit<EdtfProblem, 'suggestion'> {
  readonly replacement?: string
}

export function read<T>(value: T): Reading<T> {
  return { ok: true, value }
}

/** `at` is where the part `text` stands in the whole. */
export function unread(
  kind: EdtfProblemKind,
  text: string,
  at: number,
  more: Pick<Fault, 'lastDay' | 'replacement'> = {},
): Unread {
  return { ok: false, fault: { kind, start: at, end: at + text.length, ...more } }
}
