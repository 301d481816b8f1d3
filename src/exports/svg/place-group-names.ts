import { groupMembers } from '../../graph/group-members.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { type Box, contains } from '../../picture/box.ts'
import { boxGrid } from '../../picture/box-grid.ts'
import {
  boxesOver,
  fewestInPicture,
  fewestMembers,
  middleOf,
  nearest,
} from '../../picture/group-place.ts'
import { textWidth } from '../../picture/text-width.ts'
import { wrapLabel } from '../../picture/wrap-label.ts'
import { compareText } from '../../text/compare-text.ts'
import { lineHeight } from './place-names.ts'
import { boxAround, type PicturePlan } from './plan-picture.ts'

/** The name of a group over its members, large enough to be read when the picture is seen as a whole. */
export interface GroupName {
  /** The member after whom the group is named. */
  readonly centre: string
  readonly lines: readonly GroupLine[]
  readonly box: Box
}

interface GroupLine {
  readonly text: string
  readonly size: number
  readonly quiet: boolean
}

/** The screen on which a picture as a whole is thought to be seen. */
const screen = { width: 1280, height: 800 }
/** In pixels of that screen. */
const sizes = { name: 15, others: 11 }

/**
 * The names of the largest groups first, none on another. There are none where a reader of the whole picture could read
 * the members themselves. Groups are those of the graph, unless others are given; who is not drawn is not counted.
 */
export function placeGroupNames(
  graph: KnowledgeGraph,
  { nodes }: PicturePlan,
  groups?: readonly (readonly string[])[],
): GroupName[] {
  const bounds = boxAround(nodes.values())
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const pixel = Math.max(width / screen.width, height / screen.height)
  const spacing = Math.sqrt((width * height) / nodes.size) / pixel
  if (nodes.size <= fewestInPicture || spacing > nearest) return []
  const taken = boxGrid([])
  return drawnGroups(groups ?? groupMembers(graph), nodes).flatMap((members) => {
    const centre = members[0] ?? ''
    const lines = linesOf(graph.getNodeAttribute(centre, 'label'), members.length - 1, pixel)
    const widest = Math.max(...lines.map(({ text, size }) => textWidth(text, size)))
    const high = lines.reduce((sum, { size }) => sum + size * lineHeight, 0)
    const middle = middleOf(members.flatMap((id) => nodes.get(id) ?? []))
    const box = boxesOver(middle, widest * 1.1, high).find(
      (candidate) => contains(bounds, candidate) && !taken.hits(candidate),
    )
    if (box === undefined) return []
    taken.add(box)
    return [{ centre, lines, box }]
  })
}

function drawnGroups(
  groups: readonly (readonly string[])[],
  nodes: PicturePlan['nodes'],
): string[][] {
  return groups
    .map((members) => members.filter((id) => nodes.has(id)))
    .filter(({ length }) => length >= fewestMembers)
    .sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''))
}

/** `Ada` and `and 11 more`: a group has no name but that of its centre. */
function linesOf(name: string, others: number, pixel: number): GroupLine[] {
  const size = sizes.name * pixel
  const { lines } = wrapLabel(name, (part) => textWidth(part, sizes.name))
  return [
    ...lines.map((text) => ({ text, size, quiet: false })),
    { text: `and ${others} more`, size: sizes.others * pixel, quiet: true },
  ]
}
