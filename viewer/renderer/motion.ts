import type Sigma from 'sigma'
import type { Selection } from '../state/view-state.ts'
import type { Drawing } from './drawing.ts'

export interface Motion {
  /** Whether nothing but the camera has changed since the last frame. Asks for another frame once it rests. */
  readonly isMoving: (drawing: Drawing, hovered: Selection | null) => boolean
  readonly stop: () => void
}

/** So long after the last movement the picture counts as at rest. */
const restMilliseconds = 90

export function motionOf(sigma: Sigma): Motion {
  const camera = sigma.getCamera()
  let last: readonly unknown[] = []
  let state = camera.getState()
  let timer = 0
  const isMoving = ({ scene, lit }: Drawing, hovered: Selection | null) => {
    const shown = [scene, lit, hovered?.id]
    const sameThings = shown.every((item, index) => item === last[index])
    const moved = !camera.hasState(state)
    last = shown
    state = camera.getState()
    if (!sameThings || !moved) return false
    clearTimeout(timer)
    timer = window.setTimeout(() => sigma.scheduleRender(), restMilliseconds)
    return true
  }
  return { isMoving, stop: () => clearTimeout(timer) }
}
