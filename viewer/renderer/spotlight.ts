import type Sigma from 'sigma'
import { type Lit, surroundings } from '../state/surroundings.ts'
import type { Selection } from '../state/view-state.ts'
import { type Drawing, nothing } from './drawing.ts'
import { fader } from './fader.ts'
import { type Items, noItems } from './items.ts'
import type { Scene } from './scene.ts'

export interface Spotlight {
  readonly hovered: () => Selection | null
  readonly hover: (selection: Selection | null) => void
  /** Takes the light from the scene, for items that are about to be drawn anyway. */
  readonly aim: () => void
  /** Redraws what has become bright or has stopped being so, and these items too; at once where some of them are new. */
  readonly relight: (also: Items, withNew?: boolean) => void
  readonly stop: () => void
}

/** What is under the pointer shines with its surroundings, else what the scene says. */
export function spotlight(sigma: Sigma, drawing: Drawing): Spotlight {
  let hovered: Selection | null = null
  const fade = fader(drawing.paint, () => sigma.scheduleRender())

  const aim = () => {
    const { scene } = drawing
    if (hovered && !isVisible(scene, hovered)) hovered = null
    drawing.lit = hovered
      ? withChosen(surroundings(scene.graph, scene.visible, hovered), scene)
      : scene.lit
    drawing.marked = drawing.lit ?? kept(drawing.marked, scene)
    fade.to(drawing.lit === null ? 0 : 1)
  }
  const relight = (also: Items, withNew = false) => {
    const before = drawing.marked
    aim()
    const { graph } = drawing.scene
    const nodes = new Set([...before.nodes, ...drawing.marked.nodes, ...also.nodes])
    const edges = new Set([...before.edges, ...drawing.marked.edges, ...also.edges])
    sigma.refresh({
      partialGraph: {
        nodes: [...nodes].filter((node) => graph.hasNode(node)),
        edges: [...edges].filter((edge) => graph.hasEdge(edge)),
      },
      skipIndexation: !withNew,
      schedule: !withNew,
    })
  }
  const hover = (selection: Selection | null) => {
    hovered = selection
    relight(noItems)
  }
  return { hovered: () => hovered, hover, aim, relight, stop: fade.stop }
}

/** What the reader has chosen stays bright, wherever the pointer is. */
function withChosen({ nodes, edges }: Lit, { graph, visible, chosen, selected }: Scene): Lit {
  const own = selected && isVisible({ visible }, selected) ? selected : null
  const ends = own?.kind === 'relation' ? graph.extremities(own.id) : own ? [own.id] : []
  return {
    nodes: new Set([...nodes, ...chosen, ...ends]),
    edges: own?.kind === 'relation' ? new Set([...edges, own.id]) : edges,
  }
}

function isVisible({ visible }: Pick<Scene, 'visible'>, { kind, id }: Selection): boolean {
  return kind === 'entity' ? visible.nodes.has(id) : visible.edges.has(id)
}

/** Marks outlive their light by a moment, but not the graph they belong to. */
function kept(marked: Lit, { graph }: Scene): Lit {
  const [node] = marked.nodes
  return node !== undefined && graph.hasNode(node) ? marked : nothing
}
