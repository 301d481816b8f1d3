import { TimeMark } from '../parts/time-mark.tsx'
import { type Activity, activity } from '../time/activity.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

/** What the marks of time mean, while a time is chosen. */
export function TimeLegend() {
  const { time, compare, inactive } = useViewer().view.value
  if (time === null) return null
  const rows = compare === null ? surenesses : changes
  return (
    <section class="filter-group" aria-label={later.marksOfTime}>
      <h2>{compare === null ? later.atThatTime : later.atTheTwoTimes}</h2>
      <ul class="legend">
        {rows.map(([state, text]) => (
          <li key={state}>
            <TimeMark state={state} /> {text}
          </li>
        ))}
        {inactive && (
          <li>
            <TimeMark state={activity.no} />{' '}
            {compare === null ? later.notThenLegend : later.atNeitherLegend}
          </li>
        )}
      </ul>
    </section>
  )
}

type Row = readonly [state: Activity, text: string]

const surenesses: readonly Row[] = [
  [activity.certain, later.certainLegend],
  [activity.possible, later.possibleLegend],
  [activity.undated, later.undatedLegend],
]

const changes: readonly Row[] = [
  [activity.began, later.beganLegend],
  [activity.ended, later.endedLegend],
  [activity.both, later.bothLegend],
]
