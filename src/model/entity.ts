import type { Located, Span } from '../text/span.ts'
import type { AttributeClaim, Citation, Claim, RelationClaim, When } from './claim.ts'

export interface Entity {
  readonly id: Located<string>
  readonly type: Located<string>
  readonly name: Located<string>
  readonly aliases: readonly Located<string>[]
  readonly summary: string | undefined
  /** The sources withhold the name. */
  readonly unnamed: boolean
  readonly count: number | undefined
  /** When a dated entity happened. */
  readonly when: DateClaim | undefined
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly relations: readonly RelationClaim[]
}

/** One that happened at a time: its type is dated, and `when` says when. */
export interface DatedEntity extends Entity {
  readonly when: DateClaim
}

export interface DateClaim extends Claim {
  readonly when: When
}

export interface Attribute {
  readonly name: Located<string>
  readonly claims: readonly AttributeClaim[]
}

/** A curator's decision on who is who. */
export interface IdentityDecision {
  readonly verdict: Verdict
  readonly entities: readonly Located<string>[]
  readonly reason: string
  readonly citations: readonly Citation[]
  readonly span: Span
}

export const verdicts = ['same', 'different', 'undecided'] as const
export type Verdict = (typeof verdicts)[number]
