import { boundsOf } from '../dates/bounds.ts'
import type { When } from './claim.ts'
import type { Relation } from './relation.ts'

/** When a relation held: its own date, or that of the event in which it is a part. */
export function dateOf({ source, target, written }: Relation): When | undefined {
  return written[0].claim.when ?? source.when?.when ?? target.when?.when
}

/** The same where nobody doubts it: contradictions in time are errors only between claims that stand firm. */
export function firmDateOf(relation: Relation): When | undefined {
  const { confidence } = relation.written[0].claim
  if (confidence === 'doubtful' || confidence === 'improbable') return undefined
  const when = dateOf(relation)
  return when && !boundsOf(when.date).uncertain ? when : undefined
}
