import { Icon } from '../parts/icons.tsx'
import { TimeMark } from '../parts/time-mark.tsx'
import type { Change } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { grouped } from '../words/text.ts'
import { countsByActivity, momentAsNoun } from '../words/time.ts'
import { compareToggled, rangeToggled } from './moment.ts'
import { TimeField } from './time-field.tsx'
import { TimelinePlot } from './timeline-plot.tsx'

/** When things held: the strip under the picture that chooses a day, a range, or two times to compare. */
export function Timeline() {
  const { time, view, narrow, change } = useViewer()
  if (time.axis.value === null) return null
  const open = view.value.timeline ?? !narrow.value
  return (
    <section class={open ? 'timeline' : 'timeline is-closed'} aria-label="Timeline">
      <div class="timeline-bar">
        <button
          type="button"
          class="timeline-toggle"
          aria-expanded={open}
          title="Timeline (T)"
          onClick={() => change(setTimeline(!open))}
        >
          <Icon name="right" /> Timeline
        </button>
        {open && <Choices />}
        <Summary open={open} />
      </div>
      {open && <TimelinePlot />}
    </section>
  )
}

function setTimeline(timeline: boolean): Change {
  return (view) => ({ ...view, timeline })
}

function Choices() {
  const { time, change, view, announcement } = useViewer()
  const moment = time.moment.value
  const axis = time.axis.value
  if (axis === null) return null
  const isRange = moment.time !== null && moment.time.from !== moment.time.to
  const take = (next: typeof moment) => {
    time.move(next)
    time.settle()
  }
  return (
    <>
      <TimeField moment={moment} onTake={take} />
      <button
        type="button"
        class="button"
        aria-pressed={isRange}
        onClick={() => take(rangeToggled(moment, axis))}
      >
        Range
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={moment.compare !== null}
        onClick={() => {
          take(compareToggled(moment, axis))
          change(followComparison)
        }}
      >
        Compare
      </button>
      {moment.time !== null && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-pressed={!view.value.inactive}
            aria-label="Hide what is not active"
            title="Hide what is not active"
            onClick={() => change((before) => ({ ...before, inactive: !before.inactive }))}
          >
            <Icon name="hide" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="All times"
            title="All times"
            onClick={() => {
              take({ time: null, compare: null })
              change(followComparison)
              announcement.value = 'All times'
            }}
          >
            <Icon name="close" />
          </button>
        </>
      )}
    </>
  )
}

/** The list of changes opens and closes with the comparison. */
const followComparison: Change = (view) => {
  if (view.compare !== null) return { ...view, right: 'compare' }
  return view.right === 'compare' ? { ...view, right: null } : view
}

function Summary({ open }: { readonly open: boolean }) {
  const { time, drawn } = useViewer()
  const moment = time.moment.value
  return (
    <p class="timeline-summary">
      {(!open || moment.time === null) && <strong>{momentAsNoun(moment)}</strong>}
      {countsByActivity(drawn.value).map(({ state, name, count }) => (
        <span key={state} class="time-count">
          <TimeMark state={state} /> {grouped(count)} {name}
        </span>
      ))}
    </p>
  )
}
