import type { Box } from './box.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Where the middle one of the members stands on either axis: a few that lie far off do not move it. */
export function middleOf(members: readonly Place[]): Place {
  return { x: middle(members.map(({ x }) => x)), y: middle(members.map(({ y }) => y)) }
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

/** Where the name of a group may stand, the best first: over its middle, or a little above or below it. */
export function boxesOver({ x, y }: Place, width: number, height: number): Box[] {
  return [0, -0.6, 0.6, -1.2, 1.2].map((shift) => {
    const top = y - height / 2 + shift * height
    return { left: x - width / 2, top, right: x + width / 2, bottom: top + height }
  })
}

/** Fewer members are told by their own names. */
export const fewestMembers = 6

/** With more pixels than this from one entity to the next, members are read by their own names. */
export const nearest = 34

/** Below so many entities every one can have its name. */
export const fewestInPicture = 150
