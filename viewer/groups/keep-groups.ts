import { effect } from '@preact/signals'
import { groupNames } from '../renderer/group-names.ts'
import { onDemand } from '../state/on-demand.ts'
import type { Viewer } from '../viewer.ts'
import { isLarge } from './picture-groups.ts'

/** After so long without another change there is time to look for groups; where some are named already, it can wait. */
const rest = { first: 300, again: 3000 }

/** Finds the groups of a large graph once its picture stands, and again after it has changed. */
export function keepGroups({ base, groups, tellOfLoss }: Viewer): void {
  const finder = onDemand(() => import('../../src/graph/group-members.ts'), tellOfLoss)
  effect(() => {
    const { value: shown } = base.shown
    if (shown === null || !isLarge(shown.graph)) {
      groups.value = null
      return undefined
    }
    finder.need()
    const { value: module } = finder.module
    if (module === null) return undefined
    const timer = setTimeout(
      () => {
        const all = module.groupMembers(shown.graph)
        groups.value = { all, layer: groupNames(all) }
      },
      rest[groups.peek() === null ? 'first' : 'again'],
    )
    return () => clearTimeout(timer)
  })
}
