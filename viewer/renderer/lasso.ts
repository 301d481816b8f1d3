import { shake } from './dragging.ts'
import type { NodePlaces } from './node-places.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** With Shift held, a line around some nodes chooses them; it may begin on one, for where nodes crowd there is nothing else. */
export function lasso(
  places: NodePlaces,
  container: HTMLElement,
  visible: () => Iterable<string>,
  onChoose: (nodes: readonly string[]) => void,
): { readonly stop: () => void } {
  const from = (event: MouseEvent): Point => {
    const { left, top } = container.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const begin = (event: MouseEvent) => {
    if (event.shiftKey && event.button === 0) follow(from(event))
  }
  const follow = (first: Point) => {
    const points = [first]
    let drawn: ReturnType<typeof drawnLine> | null = null
    const move = (event: MouseEvent) => {
      // Sigma would move the camera.
      event.stopPropagation()
      event.preventDefault()
      const point = from(event)
      if (!drawn && Math.hypot(point.x - first.x, point.y - first.y) < shake) return
      drawn ??= drawnLine(container)
      points.push(point)
      drawn.line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '))
    }
    const end = () => {
      document.removeEventListener('mousemove', move, { capture: true })
      document.removeEventListener('mouseup', end)
      if (!drawn) return
      drawn.remove()
      withoutClick(container)
      const inside = places.onScreen(visible()).filter((node) => isInside(node, points))
      if (inside.length > 0) onChoose(inside.map(({ id }) => id))
    }
    document.addEventListener('mousemove', move, { capture: true })
    document.addEventListener('mouseup', end)
  }
  container.addEventListener('mousedown', begin, { capture: true })
  return { stop: () => container.removeEventListener('mousedown', begin, { capture: true }) }
}

/** The click that follows the end of a line is none. */
function withoutClick(container: HTMLElement): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  container.addEventListener('click', swallow, { capture: true })
  setTimeout(() => container.removeEventListener('click', swallow, { capture: true }))
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
