import { svg } from '../../src/exports/svg/svg.ts'
import { writeSvg } from '../../src/exports/svg/write-svg.ts'
import { groupMembers } from '../../src/graph/group-members.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { PictureGroups } from '../groups/picture-groups.ts'

// What only pictures need of the files that can be taken away: tables do without its code.

export const pictureFormat = svg

/** The picture of a part; its groups are those of the whole graph, which are looked for where nobody has found them yet. */
export function drawShown(
  part: KnowledgeGraph,
  whole: KnowledgeGraph,
  note: string | undefined,
  groups: PictureGroups['all'] | undefined,
): Iterable<string> {
  return writeSvg(part, { note, groups: groups ?? groupMembers(whole) })
}
