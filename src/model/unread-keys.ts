import type { RelationClaim } from './claim.ts'
import type { Fields } from './fields.ts'

/** Keys of a relation that its type may ask for. */
export const requirableKeys = ['when', 'cite', 'said-by', 'confidence', 'as'] as const
export type RequirableKey = (typeof requirableKeys)[number]

/** Of few relations; of all others nothing is kept. */
const unread = new WeakMap<RelationClaim, readonly string[]>()

/** What was written at a relation and cannot be read has been reported: it is not missing, and nothing follows from it. */
export function noteUnread(claim: RelationClaim, fields: Fields): void {
  const keys = requirableKeys.filter((key) => fields.has(key) && !says(claim, key))
  if (keys.length > 0) unread.set(claim, keys)
}

export function isUnread(claim: RelationClaim, key: RequirableKey): boolean {
  return unread.get(claim)?.includes(key) === true
}

export function says(claim: RelationClaim, key: RequirableKey): boolean {
  if (key === 'when') return claim.when !== undefined
  if (key === 'cite') return claim.citations.length > 0
  if (key === 'said-by') return claim.saidBy.length > 0
  if (key === 'confidence') return claim.confidence !== undefined
  return claim.role !== undefined
}
