import { activity } from '../time/activity.ts'
import { activityOf, type Visible } from './visible.ts'

/** Whether an item can hold at the time that is chosen, or at one of two; without a time all can. */
export function heldIn({ inTime }: Visible, kind: 'nodes' | 'edges'): (id: string) => boolean {
  return (id) => inTime === null || activityOf({ inTime }, kind, id) !== activity.no
}
