import type Sigma from 'sigma'
import { nodesOnScreen } from './on-screen.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** With Shift held, a line around some nodes chooses them. */
export function lasso(
  sigma: Sigma,
  container: HTMLElement,
  visible: () => Iterable<string>,
  onChoose: (nodes: readonly string[]) => void,
): { readonly stop: () => void } {
  const from = (event: MouseEvent): Point => {
    const { left, top } = container.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const isOnNode = (point: Point) =>
    nodesOnScreen(sigma, visible()).some(
      ({ x, y, radius }) => Math.hypot(point.x - x, point.y - y) <= radius,
    )
  const begin = (event: MouseEvent) => {
    const first = from(event)
    if (!event.shiftKey || event.button !== 0 || isOnNode(first)) return
    // Sigma would move the camera.
    event.stopPropagation()
    event.preventDefault()
    follow(first)
  }
  const follow = (first: Point) => {
    const points = [first]
    const { line, remove } = drawnLine(container)
    const move = (event: MouseEvent) => {
      points.push(from(event))
      line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '))
    }
    const end = () => {
      document.removeEventListener('mousemove', move)
      document.removeEventListener('mouseup', end)
      remove()
      const inside = nodesOnScreen(sigma, visible()).filter((node) => isInside(node, points))
      if (inside.length > 0) onChoose(inside.map(({ id }) => id))
    }
    document.addEventListener('mousemove', move)
    document.addEventListener('mouseup', end)
  }
  container.addEventListener('mousedown', begin, { capture: true })
  return { stop: () => container.removeEventListener('mousedown', begin, { capture: true }) }
}

const svg = 'http://www.w3.org/2000/svg'

function drawnLine(container: HTMLElement) {
  const sheet = document.createElementNS(svg, 'svg')
  const line = document.createElementNS(svg, 'polygon')
  sheet.setAttribute('class', 'lasso')
  sheet.append(line)
  container.append(sheet)
  return { line, remove: () => sheet.remove() }
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function isInside({ x, y }: Point, outline: readonly Point[]): boolean {
  let inside = false
  let before = outline.at(-1)
  for (const point of outline) {
    if (before && point.y > y !== before.y > y) {
      const share = (y - point.y) / (before.y - point.y)
      if (x < point.x + share * (before.x - point.x)) inside = !inside
    }
    before = point
  }
  return inside
}
