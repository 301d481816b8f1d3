import type { SourceFile } from '../documents/document.ts'
import type { Located, Span } from '../text/span.ts'
import type { AttributeClaim, Citation, Claim, RelationClaim, When } from './claim.ts'

/** An entity as it is read from its file. */
export interface ReadEntity {
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

/** An entity as it is kept: what it says is made anew each time that it is asked for. */
export interface Entity extends ReadEntity {
  readonly file: SourceFile
  /** Tells of each relation as much as says where it begins and ends. */
  readonly eachTie: (tell: (tie: Tie) => void) => void
  /** The relation of a tie, by its `at`. */
  readonly relationAt: (at: number) => RelationClaim
}

/** A written relation at a glance. */
export interface Tie {
  readonly at: number
  readonly relation: string
  readonly target: string
  readonly hasRole: boolean
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
