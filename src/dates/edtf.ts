/** A date as a curator writes it: EDTF, which is ISO 8601-2 with the levels 0, 1 and 2. */
export type Edtf = SingleDate | Interval | OneOf | AllOf

/** One stretch of the calendar that is named at once, however well it is known. */
export type SingleDate = PlainDate | MaskedDate | Season | RoundedYear

/** `2012`, `2012-03`, `2012-03-17`, `Y170000002`; a day is present only beside its month. */
export interface PlainDate {
  readonly kind: 'date'
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
  readonly doubt: Doubt | undefined
}

/** `201X`, `2012-1X-27`: a date with digits that nobody knows, written `X`. It matches some day. */
export interface MaskedDate {
  readonly kind: 'masked'
  /** Four characters after an optional minus. */
  readonly year: string
  readonly month: string | undefined
  readonly day: string | undefined
  readonly doubt: Doubt | undefined
}

/** `2012-21`: a season, quarter or other part of a year; `season` is a code of seasons.ts. */
export interface Season {
  readonly kind: 'season'
  readonly year: number
  readonly season: number
}

/** `1950S2`: a year of which only the first digits are meant; the whole is an estimate. */
export interface RoundedYear {
  readonly kind: 'rounded-year'
  readonly year: number
  readonly significantDigits: number
}

/** `2009/2012`, `2011/..`, `/2012`: it began once, went on, and ended once. */
export interface Interval {
  readonly kind: 'interval'
  readonly start: IntervalEnd
  readonly end: IntervalEnd
}

/** `..` is open: it goes on without end. An empty end is unknown: there is one, but when? */
export type IntervalEnd = Exclude<SingleDate, Season> | 'open' | 'unknown'

/** `[2009,2011..2012]`: at one of these dates and at no other. */
interface OneOf {
  readonly kind: 'one-of'
  readonly members: readonly SetMember[]
}

/** `{2009,2011..2012}`: at each of these dates. */
interface AllOf {
  readonly kind: 'all-of'
  readonly members: readonly SetMember[]
}

export type SetMember = SingleDate | DateRange

/**
 * `2009..2012`, `..1984`, `1984..`: every date of this precision between the ends, both included.
 * One end at least is there.
 */
export type DateRange =
  | { readonly kind: 'range'; readonly from: PlainDate; readonly to: PlainDate | undefined }
  | { readonly kind: 'range'; readonly from: undefined; readonly to: PlainDate }

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'

/** What is in doubt, part by part; at least one part is. A part that is not written is not in doubt. */
export interface Doubt {
  readonly year: Qualifier
  readonly month: Qualifier
  readonly day: Qualifier
}
