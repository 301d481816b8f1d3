import { useRef } from 'preact/hooks'
import { selectEntity, selectRelation } from '../state/changes.ts'
import { useViewer, type Viewer } from '../viewer.ts'
import type { Axis } from './axis.ts'
import { dayOf, type Handle, handlesOf, type Moment, moved, shifted, snapped } from './moment.ts'
import { asWritten } from './time-text.ts'

/** What the pointer took hold of. */
interface Grip {
  readonly x: number
  readonly moment: Moment
  readonly follow: (x: number) => Moment
  /** The event or relation under it, which a click without a movement chooses. */
  readonly item: DOMStringMap | null
  moved: boolean
}

/** A pointer that moves less than this has clicked. */
const still = 4

/** Takes hold of a handle, a range as a whole, or the nearest handle; with Shift, a new range begins. */
export function useDrag(box: { readonly current: HTMLElement | null }) {
  const viewer = useViewer()
  const grip = useRef<Grip | null>(null)
  const xOf = (event: PointerEvent) =>
    event.clientX - (box.current?.getBoundingClientRect().left ?? 0)
  return {
    onPointerDown: (event: PointerEvent) => {
      const axis = viewer.time.axis.value
      if (event.button !== 0 || axis === null) return
      event.preventDefault()
      const x = xOf(event)
      grip.current = gripAt(viewer, axis, event, x)
      viewer.time.hold()
      box.current?.setPointerCapture(event.pointerId)
      if (grip.current.item === null) viewer.time.move(grip.current.follow(x))
      focusHandle(box.current, event.target)
    },
    onPointerMove: (event: PointerEvent) => {
      const held = grip.current
      if (held === null) return
      const x = xOf(event)
      if (Math.abs(x - held.x) >= still) held.moved = true
      if (held.moved) viewer.time.move(held.follow(x))
    },
    onPointerUp: () => {
      const held = grip.current
      grip.current = null
      viewer.time.release()
      if (held?.item && !held.moved) choose(viewer, held.item)
    },
    onPointerCancel: () => {
      grip.current = null
      viewer.time.release()
    },
  }
}

function gripAt({ time }: Viewer, axis: Axis, event: PointerEvent, x: number): Grip {
  const moment = time.moment.value
  const target = event.target as Element
  const item = target.closest<SVGElement>('[data-entity], [data-relation]')?.dataset ?? null
  const grabbed = target.closest<HTMLElement>('[data-handle]')?.dataset.handle as Handle | undefined
  return { x, moment, item, follow: followOf(moment, axis, event, x, grabbed), moved: false }
}

function followOf(
  moment: Moment,
  axis: Axis,
  { shiftKey }: PointerEvent,
  x: number,
  grabbed: Handle | undefined,
): Grip['follow'] {
  const start = snapped('from', axis.dayAt(x), axis)
  if (grabbed === undefined && shiftKey) {
    return (to) => ({ ...moment, time: asWritten(rangeFrom(start, axis, to)) })
  }
  if (grabbed === undefined && isInRange(moment, axis.dayAt(x))) {
    return (to) => shifted(moment, axis.dayAt(to) - axis.dayAt(x), axis)
  }
  const handle = grabbed ?? nearestHandle(moment, axis.dayAt(x))
  const offset = grabbed === undefined ? 0 : x - axis.xOf(dayOf(moment, handle) ?? axis.dayAt(x))
  return (to) => moved(moment, handle, snapped(handle, axis.dayAt(to - offset), axis), axis)
}

function rangeFrom(start: number, axis: Axis, x: number) {
  const day = axis.dayAt(x)
  return day >= start
    ? { from: start, to: Math.max(start, snapped('to', day, axis)) }
    : { from: snapped('from', day, axis), to: start - 1 }
}

function isInRange({ time }: Moment, day: number): boolean {
  return time !== null && time.from !== time.to && day > time.from && day < time.to
}

/** Of the handles that choose the time; the other day of a comparison is moved by its own handle. */
function nearestHandle(moment: Moment, day: number): Handle {
  const own = handlesOf(moment).filter((handle) => handle !== 'compare')
  const far = (handle: Handle) => Math.abs((dayOf(moment, handle) ?? day) - day)
  return own.reduce((best, handle) => (far(handle) < far(best) ? handle : best), own[0] ?? 'day')
}

function choose({ change }: Viewer, { entity, relation }: DOMStringMap): void {
  if (entity) change(selectEntity(entity))
  else if (relation) change(selectRelation(relation))
}

/** Whoever has pointed at the axis goes on with the arrow keys. */
function focusHandle(box: HTMLElement | null, target: EventTarget | null): void {
  const own = (target as Element).closest<HTMLElement>('.handle')
  const handle = own ?? box?.querySelector<HTMLElement>('.handle:not(.is-compare)')
  handle?.focus({ preventScroll: true })
}
