import { TimeMark } from '../parts/time-mark.tsx'
import { type Activity, activity } from '../time/activity.ts'
import { useViewer } from '../viewer.ts'

/** What the marks of time mean, while a time is chosen. */
export function TimeLegend() {
  const { time, compare, inactive } = useViewer().view.value
  if (time === null) return null
  const rows = compare === null ? surenesses : changes
  return (
    <section class="filter-group" aria-label="Marks of time">
      <h2>{compare === null ? 'At that time' : 'At the two times'}</h2>
      <ul class="legend">
        {rows.map(([state, text]) => (
          <li key={state}>
            <TimeMark state={state} /> {text}
          </li>
        ))}
        {inactive && (
          <li>
            <TimeMark state={activity.no} /> {compare === null ? 'Not then' : 'At neither'}
          </li>
        )}
      </ul>
    </section>
  )
}

type Row = readonly [state: Activity, text: string]

const surenesses: readonly Row[] = [
  [activity.certain, 'Certain'],
  [
    activity.possible,
    'Possible: the dates leave it open. What happened is hatched, thin lines are dashed',
  ],
  [activity.undated, 'Undated: possible at any time'],
]

const changes: readonly Row[] = [
  [activity.began, 'Began: only at the later time'],
  [activity.ended, 'Ended: only at the earlier time'],
  [activity.both, 'At both'],
]
