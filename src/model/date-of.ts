import { boundsOf } from '../dates/bounds.ts'
import type { Claim, When } from './claim.ts'
import type { Relation } from './relation.ts'

/** When a relation held: its own date, or that of the event in which it is a part. */
export function dateOf({ events, written }: Relation): When | undefined {
  return written[0].claim.when ?? events[0]?.when.when
}

/** The same where nobody doubts it: contradictions in time are errors only between claims that stand firm. */
export function firmDateOf(relation: Relation): When | undefined {
  const { events, written } = relation
  const dating = written[0].claim.when ? undefined : events[0]?.when
  if (written.some(({ claim }) => isDoubted(claim)) || (dating && isDoubted(dating))) {
    return undefined
  }
  const when = dateOf(relation)
  return when && !boundsOf(when.date).uncertain ? when : undefined
}

function isDoubted({ confidence }: Claim): boolean {
  return confidence === 'doubtful' || confidence === 'improbable'
}
