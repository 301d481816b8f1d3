import type Sigma from 'sigma'
import type { Box } from '../../src/picture/box.ts'
import {
  keepLabels,
  type LabelWish,
  type PlacedLabel,
  placeLabels,
  type Spot,
} from '../../src/picture/place-labels.ts'
import type { Selection } from '../state/view-state.ts'
import { drawBadges } from './change-badges.ts'
import { lineBoxes, loopBoxes } from './curve-on-screen.ts'
import { drawCaption, drawLabel } from './draw-labels.ts'
import type { Drawing } from './drawing.ts'
import { edgeLabels } from './edge-labels.ts'
import type { GroupNames } from './group-layer.ts'
import { labelTexts } from './label-texts.ts'
import { inOrder, labelWishes, type Rank, ranking } from './label-wishes.ts'
import { motionOf } from './motion.ts'
import type { NodePlaces, OnScreen } from './node-places.ts'

export interface LabelLayer {
  readonly draw: (drawing: Drawing, hovered: Selection | null) => void
  readonly stop: () => void
}

/** The room that one label takes on the average, in square pixels. */
const labelArea = 4000

/** With more nodes than this, labels keep their sides while the picture moves. */
const placedInMotion = 150

/** Draws the names that fit, each where it covers nothing, on the layer that sigma keeps for labels. */
export function labelLayer(
  sigma: Sigma,
  places: NodePlaces,
  covered: () => readonly Box[],
): LabelLayer {
  const texts = labelTexts(getComputedStyle(sigma.getContainer()).fontFamily)
  const motion = motionOf(sigma)
  let lastSpots = new Map<string, Spot>()

  const draw = (drawing: Drawing, hovered: Selection | null) => {
    const context = sigma.getCanvases().labels?.getContext('2d')
    if (!context) return
    const { scene } = drawing
    const rank = ranking(drawing, hovered)
    const textOf = (id: string) => texts.of(context, scene, id, rank(id) === 2)
    const spacing = drawing.homeSpacing / sigma.getCamera().ratio
    const groups = drawGroups(context, drawing, spacing)
    const wish = (nodes: OnScreen[]) =>
      labelWishes(withoutNamed(nodes, groups), drawing, groups ? Infinity : spacing, rank, textOf)
    const moving = motion.isMoving(drawing, hovered) || scene.moving
    const keep = moving && scene.visible.nodes.size > placedInMotion
    const { placed, boxes } = keep
      ? kept(drawing, wish, groups)
      : renewed(drawing, rank, wish, groups)
    if (!keep) lastSpots = new Map(placed.map((label) => [label.id, label]))
    const badges = drawBadges(sigma, places, context, drawing)
    const taken = [...boxes, ...badges, ...placed.map(({ box }) => box)]
    for (const caption of edgeLabels(sigma, context, drawing, taken)) {
      drawCaption(context, scene.palette, caption)
    }
    for (const label of placed) drawLabel(context, scene.palette, label, textOf(label.id))
  }

  const drawGroups = (
    context: CanvasRenderingContext2D,
    { scene, lit }: Drawing,
    spacing: number,
  ): Groups =>
    (lit === null &&
      scene.groups?.draw({ ...scene, sigma, context, spacing, covered: covered() })) ||
    null

  const kept = ({ scene }: Drawing, wish: Wish, groups: Groups): Placement => {
    const known = [...lastSpots.keys()].filter((id) => scene.visible.nodes.has(id))
    const nodes = places.onScreen(known)
    return {
      placed: keepLabels(wish(nodes), lastSpots, groups?.boxes),
      boxes: nodes.map(boxAround),
    }
  }

  const renewed = (
    drawing: Drawing,
    rank: (id: string) => Rank,
    wish: Wish,
    groups: Groups,
  ): Placement => {
    const { scene, lit } = drawing
    const { width, height } = sigma.getDimensions()
    const onScreen = places.onScreen(scene.visible.nodes)
    const nodes = lit ? onScreen.filter(({ id }) => rank(id) > 0) : onScreen
    const boxes = [...nodes.map(boxAround), ...loopBoxes(sigma, drawing), ...covered()]
    const most = Math.round((width * height) / labelArea)
    const placed = placeLabels(wish(inOrder(nodes, rank, most * 3)), {
      bounds: { left: 3, top: 3, right: width - 3, bottom: height - 3 },
      nodes: boxes,
      lines: lineBoxes(sigma, drawing, lit?.edges ?? scene.visible.edges),
      taken: groups?.boxes ?? [],
      lastSpots,
      most,
    })
    return { placed, boxes }
  }
  return { draw, stop: motion.stop }
}

type Groups = GroupNames | null

type Wish = (nodes: OnScreen[]) => LabelWish[]

interface Placement {
  readonly placed: readonly PlacedLabel[]
  readonly boxes: readonly Box[]
}

/** Whoever gives a group its name is named by it. */
function withoutNamed(nodes: OnScreen[], groups: Groups): OnScreen[] {
  return groups ? nodes.filter(({ id }) => !groups.centres.has(id)) : nodes
}

function boxAround({ x, y, radius }: OnScreen): Box {
  const reach = radius * 0.86
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}
