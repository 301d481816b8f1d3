import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { fewestInPicture, fewestMembers } from '../../src/picture/group-place.ts'
import type { GroupLayer } from '../renderer/group-layer.ts'
import type { Visible } from '../state/visible.ts'

/** Who belongs together in a picture that is too large to be read name by name. */
export interface PictureGroups {
  /** Those of each group with the most ties inside first. */
  readonly all: readonly (readonly string[])[]
  readonly layer: GroupLayer
}

export interface VisibleGroup {
  /** The visible member with the most ties inside, after whom the group is named. */
  readonly centre: string
  readonly members: readonly string[]
}

const known = new WeakMap<Visible, { all: PictureGroups['all']; groups: VisibleGroup[] }>()

/** What the filters and the time leave of the groups, the largest first. Looked for once, and not in every frame. */
export function visibleGroups(all: PictureGroups['all'], visible: Visible): VisibleGroup[] {
  const before = known.get(visible)
  if (before?.all === all) return before.groups
  const groups = all
    .map((members) => members.filter((id) => visible.nodes.has(id)))
    .filter(({ length }) => length >= fewestMembers)
    .map((members) => ({ centre: members[0] ?? '', members }))
    .sort((a, b) => b.members.length - a.members.length || (a.centre < b.centre ? -1 : 1))
  known.set(visible, { all, groups })
  return groups
}

export function isLarge(graph: KnowledgeGraph): boolean {
  return graph.order > fewestInPicture
}
