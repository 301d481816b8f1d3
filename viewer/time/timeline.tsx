import { Icon } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import { TimeMark } from '../parts/time-mark.tsx'
import type { Change } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { countsByActivity, momentAsNoun } from '../words/time.ts'
import { plotHeight } from './plot-rows.ts'

const TimeChoices = lazy(async () => (await import('./time-choices.tsx')).TimeChoices)
const TimelinePlot = lazy(async () => (await import('./timeline-plot.tsx')).TimelinePlot)

/** When things held: the strip under the picture that chooses a day, a range, or two times to compare. */
export function Timeline() {
  const { time, view, narrow, embedded, change } = useViewer()
  const isSmall = narrow.value || embedded
  if (time.axis.value === null) return null
  // A small frame has room for it only where it has been asked for.
  if (embedded && narrow.value && view.value.timeline === null && view.value.time === null)
    return null
  const open = view.value.timeline ?? !isSmall
  return (
    <section class={open ? 'timeline' : 'timeline is-closed'} aria-label={texts.timeline}>
      <div class="timeline-bar">
        <button
          type="button"
          class="timeline-toggle"
          aria-expanded={open}
          title={texts.withKey(texts.timeline, 'T')}
          onClick={() => change(setTimeline(!open))}
        >
          <Icon name="right" /> {texts.timeline}
        </button>
        {open && <TimeChoices />}
        <Summary open={open} />
      </div>
      {open && (
        <div class="timeline-room" style={{ height: `${plotHeight}px` }}>
          <TimelinePlot />
        </div>
      )}
    </section>
  )
}

function setTimeline(timeline: boolean): Change {
  return (view) => ({ ...view, timeline })
}

function Summary({ open }: { readonly open: boolean }) {
  const { time, drawn } = useViewer()
  const moment = time.moment.value
  return (
    <p class="timeline-summary">
      {(!open || moment.time === null) && <strong>{momentAsNoun(moment)}</strong>}
      {countsByActivity(drawn.value).map(({ state, name, count }) => (
        <span key={state} class="time-count">
          <TimeMark state={state} /> {texts.number(count)} {name}
        </span>
      ))}
    </p>
  )
}
