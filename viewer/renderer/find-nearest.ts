import type Sigma from 'sigma'
import { nodesOnScreen, type OnScreen } from './on-screen.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** So far from its middle every node can be hit, in pixels. */
const easyToHit = 11

/** So far beyond its disc a large one can, too. */
const margin = 2

/** Makes sigma find the nearest of the nodes at a place; by itself it finds the one that it has drawn last. */
export function findNearest(sigma: Sigma, drawn: () => Iterable<string>): void {
  let nodes: OnScreen[] | null = null
  const forget = () => {
    nodes = null
  }
  sigma.on('afterProcess', forget)
  sigma.on('afterRender', forget)
  const getNodeAtPosition = (place: Place) => {
    nodes ??= nodesOnScreen(sigma, drawn())
    return nearest(nodes, place)
  }
  // The method has this name, and all events of nodes come from it; but its type is private.
  Object.assign(sigma, { getNodeAtPosition })
}

/** Of the discs at a place the one whose middle is nearest, else of the nodes close by; of two in one place the upper one. */
function nearest(nodes: readonly OnScreen[], place: Place): string | null {
  let found: string | null = null
  let least = Infinity
  for (const { id, x, y, radius } of nodes) {
    const distance = Math.hypot(x - place.x, y - place.y)
    if (distance > Math.max(radius + margin, easyToHit)) continue
    const cost = distance > radius ? distance + 1e6 : distance
    if (cost > least) continue
    found = id
    least = cost
  }
  return found
}
