import type { Span } from '../text/span.ts'
import type { FileChange } from './file-change.ts'

export interface Refactoring {
  /** In order of path. */
  readonly changes: readonly FileChange[]
  /** How many mentions of the id were changed, its own declaration not counted. */
  readonly references: number
  /** What a curator should look at afterwards. */
  readonly remarks: readonly Remark[]
}

/** Why nothing is changed and what to do first, in words, with the places that it is about. */
export interface Refusal {
  readonly refused: string
  readonly places: readonly Span[]
}

/** A sentence that ends before its places: `"imu" also stands as a text in`. */
export interface Remark {
  readonly message: string
  readonly places: readonly Span[]
}

export function refuse(refused: string, places: readonly Span[] = []): Refusal {
  return { refused, places }
}
