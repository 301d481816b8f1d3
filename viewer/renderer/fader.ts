import type { Paint } from './paint.ts'
import { prefersStillness } from './stillness.ts'

export interface Fader {
  readonly to: (dim: number) => void
  readonly stop: () => void
}

const milliseconds = 130

/** Fades what is not lit out and in again, frame by frame. */
export function fader(paint: Paint, draw: () => void): Fader {
  let goal = paint.dim
  let frame = 0
  let last = 0

  const step = (now: number) => {
    const change = (now - last) / milliseconds
    last = now
    paint.dim =
      goal > paint.dim ? Math.min(goal, paint.dim + change) : Math.max(goal, paint.dim - change)
    draw()
    frame = paint.dim === goal ? 0 : requestAnimationFrame(step)
  }
  return {
    to: (dim) => {
      goal = dim
      if (prefersStillness()) paint.dim = dim
      if (paint.dim === dim || frame !== 0) return
      last = performance.now()
      frame = requestAnimationFrame(step)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}
