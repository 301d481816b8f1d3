import type { Edtf } from '../dates/edtf.ts'
import type { Located, Span } from '../text/span.ts'

/** From most to least sure: the second half of the Admiralty code (AJP-2.1), in words. */
export const confidences = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable'] as const
export type Confidence = (typeof confidences)[number]

export type Scalar = string | number | boolean

export interface Citation {
  readonly source: string
  /** The locator in the source, such as `p4`. */
  readonly at: string | undefined
  readonly quote: string | undefined
  readonly span: Span
}

/** In the place of citations that were written and cannot be read: they have been reported. */
export const unreadCitations: readonly Citation[] = []

/** A date as the curator wrote it and what it means. */
export interface When {
  readonly text: string
  readonly date: Edtf
  readonly span: Span
}

/** What attributes, relations, an event's date and their rivals have in common. */
export interface Claim {
  readonly when: When | undefined
  readonly citations: readonly Citation[]
  readonly saidBy: readonly Located<string>[]
  readonly confidence: Confidence | undefined
  readonly inferred: string | undefined
  readonly note: string | undefined
  readonly rivals: readonly Rival[]
  readonly span: Span
}

/** Another reading of the same claim: another value, another target, another date, or a denial. */
export interface Rival extends Omit<Claim, 'rivals'> {
  readonly value: Scalar | undefined
  readonly target: Located<string> | undefined
  readonly denied: boolean
}

export interface AttributeClaim extends Claim {
  readonly value: Scalar
}

/** As written: `relation` may be an inverse's name, and `target` is the entity named in the file. */
export interface RelationClaim extends Claim {
  readonly relation: Located<string>
  readonly target: Located<string>
  readonly role: string | undefined
  /** What is written here and cannot be read has been reported: it is not missing, and nothing follows from it. */
  readonly unread: readonly RequirableKey[]
}

/** Keys of a relation that its type may ask for. */
export const requirableKeys = ['when', 'cite', 'said-by', 'confidence', 'as'] as const
export type RequirableKey = (typeof requirableKeys)[number]
