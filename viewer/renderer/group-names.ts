import { type Box, contains } from '../../src/picture/box.ts'
import { boxGrid } from '../../src/picture/box-grid.ts'
import { formatColour } from '../../src/picture/colour.ts'
import { boxesOver, fewestInPicture, middleOf, nearest } from '../../src/picture/group-place.ts'
import { wrapLabel } from '../../src/picture/wrap-label.ts'
import { directionOf } from '../../src/text/direction.ts'
import { type PictureGroups, type VisibleGroup, visibleGroups } from '../groups/picture-groups.ts'
import type { Palette } from '../marks/palette.ts'
import { later } from '../words/later-texts.ts'
import type { GroupGround, GroupLayer } from './group-layer.ts'
import { lineHeight } from './label-texts.ts'

/** The names of groups over their places, the largest group first, none on another and none under a button. */
export function groupNames(all: PictureGroups['all']): GroupLayer {
  const textOf = once(measured)
  const placeOf = once(placeIn, ({ pins }) => pins)
  return {
    draw: (ground) => {
      const { sigma, context, visible, palette, spacing, covered } = ground
      if (spacing > nearest || visible.nodes.size <= fewestInPicture) return null
      const { width, height } = sigma.getDimensions()
      const bounds = { left: 3, top: 3, right: width - 3, bottom: height - 3 }
      const taken = boxGrid(covered)
      const names = visibleGroups(all, visible).flatMap((group) => {
        const text = textOf(ground, group)
        const box = boxesOver(
          sigma.graphToViewport(placeOf(ground, group)),
          text.width,
          text.height,
        ).find((candidate) => contains(bounds, candidate) && !taken.hits(candidate))
        if (box === undefined) return []
        taken.add(box)
        drawName(context, palette, text, box)
        return [{ box, centre: group.centre }]
      })
      return {
        boxes: names.map(({ box }) => box),
        centres: new Set(names.map(({ centre }) => centre)),
      }
    },
  }
}

type About<Result> = (ground: GroupGround, group: VisibleGroup) => Result

/** The same answer for the same group, until what it hangs on is another. */
function once<Result>(
  ask: About<Result>,
  on: (ground: GroupGround) => unknown = () => null,
): About<Result> {
  const known = new WeakMap<VisibleGroup, { on: unknown; answer: Result }>()
  return (ground, group) => {
    const before = known.get(group)
    const now = on(ground)
    if (before !== undefined && before.on === now) return before.answer
    const answer = ask(ground, group)
    known.set(group, { on: now, answer })
    return answer
  }
}

function placeIn({ graph, pins }: GroupGround, { members }: VisibleGroup) {
  const places = members.map((id) => pins.get(id) ?? graph.getNodeAttributes(id))
  return middleOf(places.map(({ x = 0, y = 0 }) => ({ x, y })))
}

interface GroupText {
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

interface Line {
  readonly text: string
  readonly font: string
  readonly height: number
  readonly quiet: boolean
}

const size = 15
const quietSize = 11

/** `Ada` and `and 11 more`: a group has no name but that of its centre. */
function measured({ graph, context }: GroupGround, { centre, members }: VisibleGroup): GroupText {
  const style = getComputedStyle(context.canvas)
  const font = `600 ${size}px ${style.getPropertyValue('--serif')}`
  const quietFont = `500 ${quietSize}px ${style.fontFamily}`
  const widthIn = (of: string) => (text: string) => {
    context.font = of
    return context.measureText(text).width
  }
  const name = wrapLabel(graph.getNodeAttribute(centre, 'label'), widthIn(font))
  const others = later.andMore(members.length - 1)
  const lines = [
    ...name.lines.map((text) => ({ text, font, height: size * lineHeight, quiet: false })),
    { text: others, font: quietFont, height: quietSize * lineHeight, quiet: true },
  ]
  return {
    lines,
    width: Math.max(name.width, widthIn(quietFont)(others)) + 6,
    height: lines.reduce((sum, line) => sum + line.height, 0),
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { lines }: GroupText,
  { left, right, top }: Box,
): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 5
  context.strokeStyle = formatColour(palette.canvas)
  let y = top
  for (const { text, font, height, quiet } of lines) {
    context.font = font
    context.direction = directionOf(text)
    context.fillStyle = formatColour(quiet ? palette.quietText : palette.text)
    context.strokeText(text, (left + right) / 2, y + height / 2)
    context.fillText(text, (left + right) / 2, y + height / 2)
    y += height
  }
}
