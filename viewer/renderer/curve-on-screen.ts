import type Sigma from 'sigma'
import type { Box } from '../../src/picture/box.ts'
import { type Curve, curveOf, pointOn } from '../../src/picture/edge-geometry.ts'
import type { Drawing } from './drawing.ts'

/** The curve of an edge as it stands in the picture now. */
export function curveOnScreen(
  sigma: Sigma,
  { scene, looks }: Drawing,
  edge: string,
): Curve | undefined {
  const [source, target] = scene.graph.extremities(edge)
  const [from, to] = [sigma.getNodeDisplayData(source), sigma.getNodeDisplayData(target)]
  if (!from || !to) return undefined
  const bend = looks.bend(edge)
  const reach = bend.kind === 'loop' ? sigma.scaleSize(from.size + bend.reach) : 0
  const ends = [sigma.framedGraphToViewport(from), sigma.framedGraphToViewport(to)] as const
  return curveOf(...ends, bend, reach)
}

/** Loops take room beside their nodes, where names would like to stand. */
export function loopBoxes(sigma: Sigma, drawing: Drawing): Box[] {
  return drawing.looks.loops.flatMap((edge) => {
    const curve = drawing.scene.visible.edges.has(edge) && curveOnScreen(sigma, drawing, edge)
    if (!curve) return []
    const points = [0.25, 0.5, 0.75].map((t) => pointOn(curve, t))
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    return [
      {
        left: Math.min(...xs) - 3,
        top: Math.min(...ys) - 3,
        right: Math.max(...xs) + 3,
        bottom: Math.max(...ys) + 3,
      },
    ]
  })
}

/** More lines than this are everywhere, and no name could avoid them. */
const mostLines = 400

const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/** Bits of the lines that names should rather not hide. */
export function lineBoxes(sigma: Sigma, drawing: Drawing, edges: ReadonlySet<string>): Box[] {
  if (edges.size > mostLines) return []
  return [...edges].flatMap((edge) => {
    const curve = drawing.scene.visible.edges.has(edge) && curveOnScreen(sigma, drawing, edge)
    if (!curve) return []
    return steps.map((t) => {
      const { x, y } = pointOn(curve, t)
      return { left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 }
    })
  })
}
