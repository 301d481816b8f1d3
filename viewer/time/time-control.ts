import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Shown } from '../data/shown.ts'
import type { ViewStore } from '../state/view-store.ts'
import { type Axis, axisOf, domainOf } from './axis.ts'
import type { Moment } from './moment.ts'
import { type TimeIndex, timeIndexOf } from './time-index.ts'

/** The time of the view, its axis, and what the reader's hand does to it. */
export interface TimeControl {
  readonly index: ReadonlySignal<TimeIndex | null>
  /** Null where the graph names no day. */
  readonly axis: ReadonlySignal<Axis | null>
  /** Of the axis, in pixels. */
  readonly width: Signal<number>
  /** What the view says. */
  readonly settled: ReadonlySignal<Moment>
  /** What is being moved now, else what the view says. */
  readonly moment: ReadonlySignal<Moment>
  readonly isMoving: ReadonlySignal<boolean>
  /** The picture follows at once, and the view when the hand rests: one step to undo. */
  readonly move: (moment: Moment) => void
  readonly settle: () => void
  /** From now on all movements are one step to undo, until the hand lets go. */
  readonly hold: () => void
  readonly release: () => void
}

/** So long after the last movement the hand counts as at rest. */
const restMilliseconds = 160

export function timeControl(
  shown: ReadonlySignal<Shown | null>,
  { view, change, adjust }: Pick<ViewStore, 'view' | 'change' | 'adjust'>,
): TimeControl {
  const index = computed(() => (shown.value ? timeIndexOf(shown.value.graph) : null))
  const domain = computed(() => index.value && domainOf(index.value))
  const width = signal(800)
  const time = computed(() => view.value.time)
  const compare = computed(() => view.value.compare)
  const settled = computed((): Moment => ({ time: time.value, compare: compare.value }))
  const moving = signal<{ readonly from: Moment; readonly to: Moment } | null>(null)
  /** What is moved gives way to a link that is opened meanwhile, and to an undo. */
  const hand = computed(() => (moving.value?.from === settled.value ? moving.value.to : null))
  let timer = 0
  let grip: 'none' | 'fresh' | 'used' = 'none'

  const settle = () => {
    clearTimeout(timer)
    const to = hand.peek()
    if (to) {
      const step = grip === 'used' ? adjust : change
      if (grip === 'fresh') grip = 'used'
      step((before) => ({ ...before, ...to }))
    }
    moving.value = null
  }
  return {
    index,
    axis: computed(() => (domain.value ? axisOf(domain.value, width.value) : null)),
    width,
    settled,
    moment: computed(() => hand.value ?? settled.value),
    isMoving: computed(() => hand.value !== null),
    move: (to) => {
      moving.value = { from: settled.peek(), to }
      clearTimeout(timer)
      timer = window.setTimeout(settle, restMilliseconds)
    },
    settle,
    hold: () => {
      grip = 'fresh'
    },
    release: () => {
      settle()
      grip = 'none'
    },
  }
}
