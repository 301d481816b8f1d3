import type Sigma from 'sigma'

export interface OnScreen {
  readonly id: string
  readonly x: number
  readonly y: number
  /** In pixels, at the present zoom. */
  readonly radius: number
}

/** Names reach out of their nodes, so nodes a little outside count too. */
const margin = { x: 90, y: 40 }

export function nodesOnScreen(sigma: Sigma, nodes: Iterable<string>): OnScreen[] {
  const { width, height } = sigma.getDimensions()
  const found: OnScreen[] = []
  for (const id of nodes) {
    const data = sigma.getNodeDisplayData(id)
    if (!data) continue
    const { x, y } = sigma.framedGraphToViewport(data)
    if (x < -margin.x || x > width + margin.x || y < -margin.y || y > height + margin.y) continue
    found.push({ id, x, y, radius: sigma.scaleSize(data.size) })
  }
  return found
}
