import { Icon } from '../parts/icons.tsx'
import type { Change } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { compareToggled, rangeToggled } from './moment.ts'
import { TimeField } from './time-field.tsx'

/** A time as text, and what else can be done with it. */
export function TimeChoices() {
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
        {later.range}
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
        {later.compare}
      </button>
      {moment.time !== null && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-pressed={!view.value.inactive}
            aria-label={later.hideInactive}
            title={later.hideInactive}
            onClick={() => change((before) => ({ ...before, inactive: !before.inactive }))}
          >
            <Icon name="hide" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={texts.allTimes}
            title={texts.allTimes}
            onClick={() => {
              take({ time: null, compare: null })
              change(followComparison)
              announcement.value = texts.allTimes
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
