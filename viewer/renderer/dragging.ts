import type Sigma from 'sigma'
import type { Drawing } from './drawing.ts'

export interface Dragging {
  /** Whether the click that comes now is the end of a drag. */
  readonly hasDragged: () => boolean
}

/** So far a hand may shake, in pixels. */
export const shake = 4

/** Lets the reader move a node; `onPin` tells where it was let go, in the coordinates of the graph. */
export function dragNodes(
  sigma: Sigma,
  drawing: Drawing,
  onPin: (node: string, x: number, y: number) => void,
): Dragging {
  let grip: { readonly node: string; readonly x: number; readonly y: number } | null = null
  let dragged = false

  const redraw = (ids: readonly string[]) => {
    const { graph } = drawing.scene
    const nodes = ids.filter((id) => graph.hasNode(id))
    if (nodes.length === 0) return
    const edges = [...new Set(nodes.flatMap((node) => graph.edges(node)))]
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true })
  }
  // Sigma takes all places from the graph then; what stands apart must be told again before it draws.
  const setApart = () => redraw([...drawing.scene.pins.keys()])
  sigma.on('afterProcess', setApart)
  setApart()
  /** Beyond the picture's edge nobody could take hold of it again. */
  const inside = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const { width, height } = sigma.getDimensions()
    return { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) }
  }
  const release = () => {
    const { held } = drawing
    grip = null
    drawing.held = null
    if (held) onPin(held.id, held.x, held.y)
  }
  sigma.on('downNode', ({ node, event }) => {
    dragged = false
    if (!isWithShift(event.original)) grip = { node, x: event.x, y: event.y }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (grip === null) return
    preventSigmaDefault()
    event.original.preventDefault()
    if (!dragged && Math.hypot(event.x - grip.x, event.y - grip.y) < shake) return
    dragged = true
    drawing.held = { id: grip.node, ...sigma.viewportToGraph(inside(event)) }
    redraw([grip.node])
  })
  sigma.on('upNode', release)
  sigma.on('upStage', release)
  sigma.on('upEdge', release)
  return { hasDragged: () => dragged }
}

export function isWithShift(event: MouseEvent | TouchEvent): boolean {
  return 'shiftKey' in event && event.shiftKey
}
