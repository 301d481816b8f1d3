import type { LabelWish } from '../../src/picture/place-labels.ts'
import type { Selection } from '../state/view-state.ts'
import type { Drawing } from './drawing.ts'
import { type LabelText, lineHeight } from './label-texts.ts'
import type { OnScreen } from './node-places.ts'

/** 0 for any node, 1 for one that shines, 2 for one that is selected or under the pointer. */
export type Rank = 0 | 1 | 2

export function ranking({ scene, lit }: Drawing, hovered: Selection | null): (id: string) => Rank {
  return (id) => {
    if (id === scene.selected?.id || id === hovered?.id) return 2
    return lit?.nodes.has(id) ? 1 : 0
  }
}

/** What the ring of a selected node adds to its radius, and the circle around one that falls with a source. */
const ringWidth = 4
const circleWidth = 7

/** A node of this radius is worth a name that stands off. */
const prominent = 8

/** How much of a name may lie on nodes, by the rank of its own: a name over the node of another would be read as its. */
const shareByRank = [0, 0.04, 1] as const

/** The greatest nodes are named although the name may touch a small one. */
const greatest = 5
const touch = 0.05

/** Where nodes crowd, that is with so few pixels from one to the next, some are named across others, as on a map. */
const crowds = [
  { spacing: 20, named: 16 },
  { spacing: 40, named: 3 },
]

/** What the label of a node asks for; nodes come in the order in which they matter. */
export function labelWishes(
  nodes: readonly OnScreen[],
  { scene, lit }: Drawing,
  spacing: number,
  rank: (id: string) => Rank,
  textOf: (id: string) => LabelText,
): LabelWish[] {
  const across = lit ? 0 : (crowds.find((crowd) => spacing < crowd.spacing)?.named ?? 0)
  const shareByOrder = (index: number) => {
    if (index < across) return 1
    return index < greatest ? touch : 0
  }
  return nodes.map((node, index) => {
    const { width, lines, size } = textOf(node.id)
    return {
      ...node,
      width: width + 4,
      height: lines.length * size * lineHeight,
      radius: node.radius + marksAround(scene, node.id),
      mayCover: Math.max(shareByRank[rank(node.id)], shareByOrder(index)),
      mayStandOff: rank(node.id) > 0 || node.radius > prominent,
    }
  })
}

function marksAround({ selected, fragile }: Drawing['scene'], id: string): number {
  if (fragile?.nodes.has(id)) return circleWidth
  return id === selected?.id ? ringWidth : 0
}

/** Those that matter most first. */
export function inOrder(
  nodes: readonly OnScreen[],
  rank: (id: string) => Rank,
  most: number,
): OnScreen[] {
  return [...nodes]
    .sort((a, b) => rank(b.id) - rank(a.id) || b.radius - a.radius || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}
