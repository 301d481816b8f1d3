import type { InTime, Visible } from '../state/visible.ts'
import type { Items } from './items.ts'

/** What looks other than before because time has moved; null where more has changed than that. */
export function changedInTime(before: Visible, now: Visible): Items | null {
  const [then, { inTime }] = [before.inTime, now]
  if (then === null || inTime === null || !isSameChoice(then, inTime)) return null
  const changed = (kind: 'nodes' | 'edges') => {
    const [old, states] = [then.activities[kind], inTime.activities[kind]]
    return inTime.passed[kind].flatMap((row) =>
      old[row] === states[row] ? [] : [inTime.index[kind].ids[row] as string],
    )
  }
  return { nodes: changed('nodes'), edges: changed('edges') }
}

function isSameChoice(then: InTime, now: InTime): boolean {
  return then.passed === now.passed && then.choice === now.choice && now.choice.focus === null
}
