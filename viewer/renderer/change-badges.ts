import type Sigma from 'sigma'
import type { Box } from '../../src/picture/box.ts'
import { formatColour } from '../../src/picture/colour.ts'
import { type Point, pointOn } from '../../src/picture/edge-geometry.ts'
import type { Palette } from '../marks/palette.ts'
import { activityOf, type Visible } from '../state/visible.ts'
import { activity } from '../time/activity.ts'
import { curveOnScreen } from './curve-on-screen.ts'
import type { Drawing } from './drawing.ts'
import { type Items, noItems } from './items.ts'
import type { NodePlaces } from './node-places.ts'

interface ChangeBadge {
  readonly box: Box
  readonly began: boolean
}

/** More of them than this cover what they are about. */
const most = 250

const radius = 6.5

/** Plus or minus on what began or ended between two times that are compared. Gives where they stand. */
export function drawBadges(
  sigma: Sigma,
  places: NodePlaces,
  context: CanvasRenderingContext2D,
  drawing: Drawing,
): Box[] {
  const badges = changeBadges(sigma, places, drawing)
  for (const badge of badges) drawBadge(context, drawing.scene.palette, badge)
  return badges.map(({ box }) => box)
}

function changeBadges(sigma: Sigma, places: NodePlaces, drawing: Drawing): ChangeBadge[] {
  const { visible } = drawing.scene
  const { nodes, edges } = changesIn(visible)
  if (nodes.length + edges.length > most) return []
  const badge = (kind: 'nodes' | 'edges', id: string, at: Point): ChangeBadge => ({
    box: { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius },
    began: activityOf(visible, kind, id) === activity.began,
  })
  return [
    ...edges.flatMap((id) => {
      const curve = curveOnScreen(sigma, drawing, id)
      return curve ? [badge('edges', id, pointOn(curve, 0.5))] : []
    }),
    ...places
      .onScreen(nodes)
      .map(({ id, x, y, radius: far }) =>
        badge('nodes', id, { x: x + far * 0.8, y: y - far * 0.8 }),
      ),
  ]
}

const known = new WeakMap<Visible, Items>()

/** Looked for once, and not in every frame. */
export function changesIn(visible: Visible): Items {
  const changed = (kind: 'nodes' | 'edges') =>
    [...visible[kind]].filter((id) => isChange(activityOf(visible, kind, id)))
  const isCompared = visible.inTime !== null && visible.inTime.moment.compare !== null
  const changes =
    known.get(visible) ??
    (isCompared ? { nodes: changed('nodes'), edges: changed('edges') } : noItems)
  known.set(visible, changes)
  return changes
}

function isChange(state: number | null): boolean {
  return state === activity.began || state === activity.ended
}

function drawBadge(
  context: CanvasRenderingContext2D,
  { canvas, began: begun, ended }: Palette,
  { box, began }: ChangeBadge,
): void {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  context.fillStyle = formatColour(began ? begun : ended)
  context.strokeStyle = formatColour(canvas)
  context.lineWidth = 1.5
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
  context.lineWidth = 1.75
  context.beginPath()
  context.moveTo(x - 3.25, y)
  context.lineTo(x + 3.25, y)
  if (began) {
    context.moveTo(x, y - 3.25)
    context.lineTo(x, y + 3.25)
  }
  context.stroke()
}
