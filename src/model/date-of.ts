import type { When } from './claim.ts'
import type { Relation } from './relation.ts'

/** When a relation held: its own date, or that of the event in which it is a part. */
export function dateOf({ source, target, written }: Relation): When | undefined {
  return written[0].claim.when ?? source.when?.when ?? target.when?.when
}
