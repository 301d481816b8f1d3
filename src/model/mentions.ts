import type { Located } from '../text/span.ts'
import type { Citation } from './claim.ts'

/** All that one file refers to, also in claims that are left out because something else in them is wrong. */
export interface Mentions {
  readonly entities: readonly Located<string>[]
  /** A citation at the top of a file, which serves many claims, once. */
  readonly citations: readonly Citation[]
}

/** While a file is read. */
export interface Noted extends Mentions {
  readonly entities: Located<string>[]
  readonly citations: Citation[]
}

export function nothingNoted(): Noted {
  return { entities: [], citations: [] }
}
