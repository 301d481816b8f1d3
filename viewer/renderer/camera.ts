import type Sigma from 'sigma'
import type { CameraState } from 'sigma/types'
import type { Camera } from '../state/view-state.ts'

const home: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }

/** Free room around the outermost nodes, for their names; a small picture has little to spare, and names find other sides. */
function paddingOf(side: number): number {
  return Math.min(56, Math.max(20, side * 0.07))
}

/** Closer than this a single entity would fill the picture. */
const closest = 0.12

/** Where the reader looks, in the coordinates of the graph. */
export function cameraOf(sigma: Sigma): Camera {
  const cameraState = sigma.getCamera().getState()
  const { width, height } = sigma.getDimensions()
  const { x, y } = sigma.viewportToGraph({ x: width / 2, y: height / 2 }, { cameraState })
  return { x, y, span: Math.min(width, height) / scaleAt(sigma, cameraState) }
}

export function stateOf(sigma: Sigma, { x, y, span }: Camera): CameraState {
  const { width, height } = sigma.getDimensions()
  const ratio = (scaleAt(sigma, home) * span) / Math.min(width, height)
  return { ...framed(sigma, x, y), ratio, angle: 0 }
}

function roomIn(side: number): number {
  return Math.max(40, side - 2 * paddingOf(side))
}

/** The camera from which all of these nodes are seen. */
export function stateThatShows(sigma: Sigma, nodes: Iterable<string>): CameraState {
  const box = extent(sigma, nodes)
  if (box === undefined) return home
  const { width, height } = sigma.getDimensions()
  const room = { x: roomIn(width), y: roomIn(height) }
  const scale = Math.min(room.x / Math.max(box.width, 1e-9), room.y / Math.max(box.height, 1e-9))
  const ratio = Math.max(closest * 2, scaleAt(sigma, home) / scale)
  return { ...framed(sigma, box.x, box.y), ratio, angle: 0 }
}

/** Whether all of these nodes are in the picture, and not at its very edge. */
export function inSight(sigma: Sigma, nodes: Iterable<string>): boolean {
  const { width, height } = sigma.getDimensions()
  const cameraState = sigma.getCamera().getState()
  const margin = 32
  for (const node of nodes) {
    const data = sigma.getNodeDisplayData(node)
    if (!data) continue
    const { x, y } = sigma.framedGraphToViewport(data, { cameraState })
    if (x < margin || y < margin || x > width - margin || y > height - margin) return false
  }
  return true
}

/** Moves the camera so that what was seen stays at its pixel when the picture gets another size. */
export function keepPlace(sigma: Sigma, before: { camera: Camera; width: number; height: number }) {
  const { width, height } = sigma.getDimensions()
  const scale = Math.min(before.width, before.height) / before.camera.span
  return stateOf(sigma, {
    x: before.camera.x + (width - before.width) / 2 / scale,
    y: before.camera.y - (height - before.height) / 2 / scale,
    span: Math.min(width, height) / scale,
  })
}

/** Pixels for one unit of the graph when the camera is at ratio 1. */
export function scaleAtHome(sigma: Sigma): number {
  return scaleAt(sigma, home)
}

function scaleAt(sigma: Sigma, cameraState: CameraState): number {
  const a = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState })
  const b = sigma.graphToViewport({ x: 1, y: 0 }, { cameraState })
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function framed(sigma: Sigma, x: number, y: number) {
  const cameraState = home
  return sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y }, { cameraState }), {
    cameraState,
  })
}

function extent(sigma: Sigma, nodes: Iterable<string>) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const node of nodes) {
    const data = sigma.getNodeDisplayData(node)
    if (!data) continue
    const { x, y } = sigma.viewportToGraph(sigma.framedGraphToViewport(data))
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  if (left === Infinity) return undefined
  return { x: (left + right) / 2, y: (low + high) / 2, width: right - left, height: high - low }
}
