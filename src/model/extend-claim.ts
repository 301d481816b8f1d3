import type { Located } from '../text/span.ts'
import type { AttributeClaim, Claim, RelationClaim, Scalar, When } from './claim.ts'
import type { DateClaim } from './entity.ts'

// A claim with what its kind adds. Written out: after a spread every claim has a shape of its own, which costs memory
// and time.

export function attributeClaim(
  { when, citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  value: Scalar,
): AttributeClaim {
  return { when, citations, saidBy, confidence, inferred, note, rivals, span, value }
}

export function dateClaim(
  { citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  when: When,
): DateClaim {
  return { when, citations, saidBy, confidence, inferred, note, rivals, span }
}

export function relationClaim(
  { when, citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  relation: Located<string>,
  target: Located<string>,
  role: string | undefined,
  unread: RelationClaim['unread'],
): RelationClaim {
  return {
    when,
    citations,
    saidBy,
    confidence,
    inferred,
    note,
    rivals,
    span,
    relation,
    target,
    role,
    unread,
  }
}
