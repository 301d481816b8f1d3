import type { Day } from '../../src/dates/calendar.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { activityCounts } from '../words/time.ts'
import type { Axis } from './axis.ts'
import { dayOf, type Handle, type Moment, moved, stepped } from './moment.ts'
import { timeAsNoun } from './time-text.ts'

interface TimeHandleProps {
  readonly handle: Handle
  readonly axis: Axis
}

/** What the hand or the arrow keys take along the axis. */
export function TimeHandle({ handle, axis }: TimeHandleProps) {
  const { time, drawn } = useViewer()
  const moment = time.moment.value
  const day = dayOf(moment, handle)
  const at = Math.min(axis.span.to, Math.max(axis.span.from, day ?? axis.span.from))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event, moment, handle, axis)
    if (next === undefined) return
    event.preventDefault()
    time.move(next)
  }
  return (
    <div
      class={`handle is-${handle} ${day === null ? 'is-idle' : ''}`}
      style={{ left: `${axis.xOf(handle === 'to' ? at + 1 : at)}px` }}
      role="slider"
      tabIndex={0}
      data-handle={handle}
      aria-label={later.timeHandles[handle]}
      aria-orientation="horizontal"
      aria-valuemin={axis.span.from}
      aria-valuemax={axis.span.to}
      aria-valuenow={at}
      aria-valuetext={
        day === null ? texts.allTimes : `${dayInWords(day)}, ${activityCounts(drawn.value)}`
      }
      onKeyDown={onKeyDown}
    />
  )
}

function dayInWords(day: Day): string {
  return Number.isFinite(day) ? timeAsNoun({ from: day, to: day }) : later.openEnd
}

const directions: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
}

/** Arrows go from tick to tick, with Shift from label to label; Home and End to the ends; Delete to all times. */
function afterKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  moment: Moment,
  handle: Handle,
  axis: Axis,
): Moment | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const direction = directions[key]
  if (direction !== undefined) {
    const isLarge = shiftKey || key.startsWith('Page')
    return stepped(moment, handle, isLarge ? axis.major : axis.minor, direction, axis)
  }
  const { from, to } = axis.span
  if (key === 'Home') return moved(moment, handle, from, axis)
  if (key === 'End') return moved(moment, handle, to, axis)
  if (key !== 'Delete' && key !== 'Backspace') return undefined
  return handle === 'compare' ? { ...moment, compare: null } : { time: null, compare: null }
}
