import type Sigma from 'sigma'
import type { CameraState } from 'sigma/types'
import type { Camera } from '../state/view-state.ts'
import { cameraOf, inSight, keepPlace, stateOf, stateThatShows } from './camera.ts'
import { prefersStillness } from './stillness.ts'

export interface Viewpoint {
  /** Null brings everything visible into the picture, and keeps it there when the window changes. */
  readonly look: (camera: Camera | null, animate?: boolean) => void
  /** Moves only as far as needed to see these entities; `centre` puts them into the middle. */
  readonly reveal: (nodes: readonly string[], centre?: boolean) => void
  readonly zoom: (factor: number) => void
  /** Moves the view by shares of its size. */
  readonly pan: (right: number, down: number) => void
  /** Looks at the same place of another graph. */
  readonly stay: (swap: () => void) => void
  readonly stop: () => void
}

/** Where the reader looks; `onLook` tells when they, and not the viewer, have moved. */
export function viewpoint(
  sigma: Sigma,
  visible: () => Iterable<string>,
  chosen: () => readonly string[],
  onLook: (camera: Camera) => void,
): Viewpoint {
  const camera = sigma.getCamera()
  let seesEverything = true
  let aiming = 0
  let report = 0
  let before = { camera: cameraOf(sigma), ...sigma.getDimensions() }

  const remember = () => {
    before = { camera: cameraOf(sigma), ...sigma.getDimensions() }
  }
  const move = async (state: Partial<CameraState>, animate: boolean) => {
    if (animate && !prefersStillness()) await camera.animate(state, { duration: 280 })
    else camera.setState(state)
  }
  const look = async (to: Camera | null, animate = false) => {
    seesEverything = to === null
    aiming++
    await move(to ? stateOf(sigma, to) : stateThatShows(sigma, visible()), animate)
    aiming--
  }
  const updated = () => {
    remember()
    if (aiming > 0) return
    seesEverything = false
    clearTimeout(report)
    report = window.setTimeout(() => onLook(cameraOf(sigma)), 150)
  }
  const resized = () => {
    sigma.resize()
    const { width, height } = sigma.getDimensions()
    if (width === before.width && height === before.height) return
    if (seesEverything) void look(null)
    else keepSight()
    remember()
    sigma.scheduleRender()
  }
  /** A panel that opens must not cover what it is about. */
  const keepSight = () => {
    camera.setState(keepPlace(sigma, before))
    if (!inSight(sigma, chosen())) camera.setState(closeTo(chosen()))
  }
  const closeTo = (nodes: readonly string[]) => {
    const target = stateThatShows(sigma, nodes)
    return { ...target, ratio: Math.max(target.ratio, Math.min(0.6, camera.ratio)) }
  }
  camera.on('updated', updated)
  const observer = new ResizeObserver(resized)
  observer.observe(sigma.getContainer())

  return {
    look: (to, animate) => void look(to, animate),
    reveal: (nodes, centre = false) => {
      if (!centre && inSight(sigma, nodes)) return
      void move(closeTo(nodes), true)
    },
    zoom: (factor) => void move({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, true),
    pan: (right, down) => {
      const { camera: here, width, height } = before
      const pixel = here.span / Math.min(width, height)
      const x = here.x + right * width * pixel
      const y = here.y - down * height * pixel
      void move(stateOf(sigma, { ...here, x, y }), true)
    },
    stay: (swap) => {
      const { camera: here } = before
      aiming++
      swap()
      if (!seesEverything) camera.setState(stateOf(sigma, here))
      aiming--
      if (seesEverything) void look(null, true)
    },
    stop: () => {
      clearTimeout(report)
      observer.disconnect()
    },
  }
}
