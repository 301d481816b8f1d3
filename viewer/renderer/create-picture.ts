import type Sigma from 'sigma'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Box } from '../../src/picture/box.ts'
import type { Camera, Selection } from '../state/view-state.ts'
import { scaleAtHome } from './camera.ts'
import { changesIn } from './change-badges.ts'
import { changedByEdit } from './changed-by-edit.ts'
import { changedInTime } from './changed-in-time.ts'
import { createSigma } from './create-sigma.ts'
import { dragNodes, isWithShift } from './dragging.ts'
import { type Drawing, newDrawing } from './drawing.ts'
import { glider } from './glider.ts'
import { type Items, noItems } from './items.ts'
import { labelLayer } from './label-layer.ts'
import { lasso } from './lasso.ts'
import { looksOf } from './looks.ts'
import { nodePlaces } from './node-places.ts'
import type { Scene } from './scene.ts'
import { spacingOf } from './size-at-scale.ts'
import { spotlight } from './spotlight.ts'
import { tellOfLoss } from './tell-of-loss.ts'
import { type Viewpoint, viewpoint } from './viewpoint.ts'

/** The drawn graph. Nothing outside this folder knows that sigma draws it. */
export interface Picture extends Pick<Viewpoint, 'look' | 'reveal' | 'zoom' | 'pan'> {
  readonly draw: (scene: Scene) => void
  /** Lights what is pointed at elsewhere on the page, as if the pointer were on it here. */
  readonly point: (selection: Selection | null) => void
  /** Where a node stands, in pixels from the corner of the picture. */
  readonly placeOf: (node: string) => { x: number; y: number } | undefined
  /** What lies so many pixels from a node, in the coordinates of the graph. */
  readonly placeAside: (
    node: string,
    right: number,
    down: number,
  ) => { x: number; y: number } | undefined
  readonly kill: () => void
  /** For tests that need its pixels. */
  readonly sigma: Sigma
}

export interface PictureEvents {
  readonly onSelect: (selection: Selection | null) => void
  readonly onHover: (selection: Selection | null) => void
  /** One more, or one less, of those that are chosen together. */
  readonly onToggle: (node: string) => void
  readonly onChoose: (nodes: readonly string[]) => void
  /** The reader has put a node somewhere, in the coordinates of the graph. */
  readonly onPin: (node: string, x: number, y: number) => void
  /** The reader moved the camera. */
  readonly onLook: (camera: Camera) => void
  /** Where buttons stand over the picture, so that no name stands under them. */
  readonly coveredParts: () => readonly Box[]
}

export function createPicture(
  container: HTMLElement,
  first: Scene,
  events: PictureEvents,
): Picture {
  const drawing = newDrawing(first)
  const sigma = createSigma(container, drawing)
  let spacing = spacingOf(first.graph)
  const measure = () => {
    drawing.homeSpacing = scaleAtHome(sigma) * spacing
    shareOut(drawing)
  }
  measure()
  sigma.on('resize', measure)
  sigma.on('afterProcess', measure)
  const places = nodePlaces(sigma)
  // What the pointer means: sigma by itself finds the node that it has drawn last. It asks by this name, whose type is private.
  Object.assign(sigma, { getNodeAtPosition: places.nearest })
  const labels = labelLayer(sigma, places, events.coveredParts)
  const glide = glider(sigma)
  const light = spotlight(sigma, drawing)
  const drawn = () => drawnNodes(drawing.scene)
  const view = viewpoint(sigma, drawn, () => endsOf(drawing.scene), events.onLook)

  const draw = (scene: Scene) => {
    const before = drawing.scene
    drawing.scene = scene
    drawing.paint.canvas = scene.palette.canvas
    drawing.paint.ring = scene.palette.text
    shareOut(drawing)
    const isRecoloured = before.palette !== scene.palette
    const wasThin = drawing.looks.thin
    if (before.shown !== scene.shown || isRecoloured) drawing.looks = looksOf(scene)
    if (before.graph !== scene.graph) showOther(before.graph)
    else if (before.shown !== scene.shown) showChanged(before, wasThin)
    else if (isRedrawn(before, scene)) showAgain()
    else if (before.visible !== scene.visible) showOthers(before)
    else reselect(before, noItems)
  }
  const showAgain = () => {
    light.aim()
    sigma.refresh()
  }
  /** Where only the time has moved, what looks as before is left alone. */
  const showOthers = (before: Scene) => {
    const changed = changedInTime(before.visible, drawing.scene.visible)
    if (changed === null) return showAgain()
    reselect(before, changed)
  }
  const reselect = (before: Scene, also: Items) => {
    if (before.selected?.id !== drawing.scene.selected?.id) leave()
    light.relight(withMarks(before, also))
  }
  /** These, and what has or had a mark that is no light. */
  const withMarks = (before: Scene, also: Items): Items => {
    const now = drawing.scene
    const chosen = (kind: Selection['kind']) =>
      [before.selected, now.selected].flatMap((item) => (item?.kind === kind ? [item.id] : []))
    const fallen = before.fragile === now.fragile ? [] : [before.fragile, now.fragile]
    return {
      nodes: [
        ...also.nodes,
        ...chosen('entity'),
        ...fallen.flatMap((lit) => [...(lit?.nodes ?? [])]),
      ],
      edges: [
        ...also.edges,
        ...chosen('relation'),
        ...fallen.flatMap((lit) => [...(lit?.edges ?? [])]),
      ],
    }
  }
  const showOther = (before: KnowledgeGraph) => {
    const { graph } = drawing.scene
    spacing = spacingOf(graph)
    light.aim()
    glide.finish()
    view.stay(() => sigma.setGraph(graph))
    glide.run(before, graph)
  }
  const showChanged = (before: Scene, wasThin: boolean) => {
    const { scene, looks } = drawing
    const isAsBefore = wasThin && looks.thin && !isRedrawn(before, scene)
    const edited = isAsBefore ? changedByEdit(before, scene) : null
    spacing = spacingOf(scene.graph)
    if (edited) view.stay(() => light.relight(withMarks(before, edited), true))
    else showWhole()
  }
  const showWhole = () => {
    const under = light.hovered()
    const isLost = under !== null && tellOfLoss(drawing.scene.graph, under)
    light.aim()
    view.stay(() => sigma.refresh())
    if (isLost) hover(null)
  }
  const hover = (selection: Selection | null) => {
    container.style.cursor = selection ? 'pointer' : ''
    light.hover(selection)
    events.onHover(selection)
  }
  /** A pointer that rests somewhere must not outshine what the keyboard has chosen since. */
  const leave = () => {
    if (light.hovered() !== null) hover(null)
  }
  const drag = dragNodes(sigma, drawing, events.onPin)
  const loop = lasso(places, container, () => drawing.scene.visible.nodes, events.onChoose)
  const choose = (node: string, event: MouseEvent | TouchEvent) => {
    if (drag.hasDragged()) return
    if (isWithShift(event)) events.onToggle(node)
    else events.onSelect({ kind: 'entity', id: node })
  }
  listenTo(sigma, choose, events.onSelect, hover)
  sigma.on('afterRender', () => labels.draw(drawing, light.hovered()))

  return {
    ...view,
    sigma,
    draw,
    point: light.hover,
    placeOf: (node) => {
      const data = sigma.getNodeDisplayData(node)
      return data && sigma.framedGraphToViewport(data)
    },
    placeAside: (node, right, down) => {
      const data = sigma.getNodeDisplayData(node)
      if (!data) return undefined
      const { x, y } = sigma.framedGraphToViewport(data)
      return sigma.viewportToGraph({ x: x + right, y: y + down })
    },
    kill: () => {
      loop.stop()
      view.stop()
      glide.finish()
      light.stop()
      labels.stop()
      sigma.kill()
    },
  }
}

/** Whether all items may look otherwise, or stand elsewhere. */
function isRedrawn(before: Scene, now: Scene): boolean {
  return before.palette !== now.palette || before.pins !== now.pins || before.chosen !== now.chosen
}

/** Gives the lines that are drawn their room. */
function shareOut({ homeSpacing, paint, scene: { graph, visible } }: Drawing): void {
  const lines = Math.max(1, visible.edges.size + (visible.inTime?.faded.edges.size ?? 0))
  paint.room = (homeSpacing ** 2 * graph.order) / lines
  paint.changed = changesIn(visible).edges.length / lines
}

function drawnNodes({ visible: { nodes, inTime } }: Scene): Iterable<string> {
  return inTime ? [...nodes, ...inTime.faded.nodes] : nodes
}

function endsOf({ graph, selected }: Scene): string[] {
  if (selected === null) return []
  return selected.kind === 'entity' ? [selected.id] : graph.extremities(selected.id)
}

/** Sigma calls a second click that follows at once a double one; on an item it still chooses it. */
function listenTo(
  sigma: Sigma,
  choose: (node: string, event: MouseEvent | TouchEvent) => void,
  select: (selection: Selection | null) => void,
  hover: (selection: Selection | null) => void,
): void {
  const entity = (id: string): Selection => ({ kind: 'entity', id })
  const relation = (id: string): Selection => ({ kind: 'relation', id })
  sigma.on('clickNode', ({ node, event }) => choose(node, event.original))
  sigma.on('clickEdge', ({ edge }) => select(relation(edge)))
  sigma.on('clickStage', () => select(null))
  sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault()
    choose(node, event.original)
  })
  sigma.on('doubleClickEdge', ({ edge, preventSigmaDefault }) => {
    preventSigmaDefault()
    select(relation(edge))
  })
  sigma.on('enterNode', ({ node }) => hover(entity(node)))
  sigma.on('leaveNode', () => hover(null))
  sigma.on('enterEdge', ({ edge }) => hover(relation(edge)))
  sigma.on('leaveEdge', () => hover(null))
}
