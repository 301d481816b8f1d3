import { type Claim, type RelationClaim, type RequirableKey, requirableKeys } from './claim.ts'
import type { Fields } from './fields.ts'

/** Of few relations; all others share this. */
const none: readonly never[] = []

export function unreadKeys(
  claim: Claim,
  role: string | undefined,
  fields: Fields,
): readonly RequirableKey[] {
  const { when, citations, saidBy, confidence } = claim
  const said = { when, citations, saidBy, confidence, role }
  const keys = requirableKeys.filter(
    (key) => fields.has(key) && !isEmptyList(key, fields) && !says(said, key),
  )
  return keys.length > 0 ? keys : none
}

/** Where there may be a list, an empty one is read well and says nothing. */
function isEmptyList(key: RequirableKey, fields: Fields): boolean {
  const node = fields.get(key)
  return (key === 'cite' || key === 'said-by') && node?.kind === 'list' && node.items.length === 0
}

type Said = Pick<RelationClaim, 'when' | 'citations' | 'saidBy' | 'confidence' | 'role'>

export function says(claim: Said, key: RequirableKey): boolean {
  if (key === 'when') return claim.when !== undefined
  if (key === 'cite') return claim.citations.length > 0
  if (key === 'said-by') return claim.saidBy.length > 0
  if (key === 'confidence') return claim.confidence !== undefined
  return claim.role !== undefined
}
