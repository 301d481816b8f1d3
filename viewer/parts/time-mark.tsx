import { type Activity, activity } from '../time/activity.ts'

interface TimeMarkProps {
  readonly state: Activity
}

/** How the picture marks a relation of this state: by its line, or by a sign on it. */
export function TimeMark({ state }: TimeMarkProps) {
  if (state === activity.began || state === activity.ended) {
    const began = state === activity.began
    return (
      <span class={`change-sign ${began ? 'is-began' : 'is-ended'}`} aria-hidden="true">
        {began ? '+' : '−'}
      </span>
    )
  }
  const [path, width, opacity] = lines[state] ?? full
  return (
    <svg class="line-sample" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentcolor" stroke-width={width} opacity={opacity} />
    </svg>
  )
}

type Line = readonly [path: string, width: number, opacity: number]

const full: Line = ['M0 4h28', 2, 1]

const lines: Partial<Record<Activity, Line>> = {
  [activity.no]: ['M0 4h28', 2, 0.25],
  [activity.undated]: ['M0 4h28', 0.8, 1],
  [activity.possible]: ['M0 2.200h28M0 5.800h28', 1.2, 1],
  [activity.both]: ['M0 4h28', 2, 0.6],
}
