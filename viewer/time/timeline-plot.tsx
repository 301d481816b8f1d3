import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Parts, visibleOf } from '../state/visible.ts'
import { useViewer, type Viewer } from '../viewer.ts'
import type { Axis } from './axis.ts'
import { densityOf } from './density.ts'
import { handlesOf } from './moment.ts'
import { plotHeight, rows } from './plot-rows.ts'
import { inLanes, spansOf } from './spans.ts'
import { tickAt, ticksIn } from './ticks.ts'
import { TimeHandle } from './time-handle.tsx'
import { DensityLayer, EventLayer, SpanLayer, TickLayer } from './timeline-layers.tsx'
import { useDrag } from './use-drag.ts'

/** The axis with what is dated on it, and the handles that choose a time. */
export function TimelinePlot() {
  const { time } = useViewer()
  const { box, isMeasured } = useWidth()
  const drag = useDrag(box)
  const axis = time.axis.value
  if (axis === null) return null
  return (
    <div class="timeline-plot" ref={box} {...drag}>
      {isMeasured && <Drawing axis={axis} />}
      <Handles axis={axis} />
    </div>
  )
}

function Handles({ axis }: { readonly axis: Axis }) {
  const moment = useViewer().time.moment.value
  return (
    <>
      {moment.time && moment.time.from !== moment.time.to && (
        <div
          class="time-range"
          style={{
            left: `${axis.xOf(moment.time.from)}px`,
            width: `${axis.xOf(moment.time.to + 1) - axis.xOf(moment.time.from)}px`,
          }}
        />
      )}
      {handlesOf(moment).map((handle) => (
        <TimeHandle key={handle} handle={handle} axis={axis} />
      ))}
    </>
  )
}

/** Before it is measured nothing is counted: another width has other ticks, and all would be counted again. */
function useWidth() {
  const { time } = useViewer()
  const box = useRef<HTMLDivElement>(null)
  const [isMeasured, setMeasured] = useState(false)
  useLayoutEffect(() => {
    if (box.current === null) return
    time.width.value = box.current.clientWidth
    setMeasured(true)
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) time.width.value = entry.contentRect.width
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [time])
  return { box, isMeasured }
}

/** Drawn again when the data, the filters or the choice change, not when the time moves. */
function Drawing({ axis }: { readonly axis: Axis }) {
  const viewer = useViewer()
  const { time, view, palette } = viewer
  const passed = useWithinFocus(viewer)
  const index = time.index.value
  const { selected } = view.value
  const starts = useMemo(() => bucketsOf(axis), [axis])
  const density = useMemo(
    () => index && densityOf(index, starts, (id) => passed.edges.has(id)),
    [index, starts, passed],
  )
  const events = useMemo(
    () => (index ? spansOf(index, 'nodes', passed.nodes, axis) : []),
    [index, axis, passed],
  )
  const chosen = useMemo(
    () => (index ? inLanes(spansOf(index, 'edges', edgesToShow(viewer, passed), axis)) : []),
    [index, axis, passed, selected],
  )
  if (density === null || palette.value === null) return null
  return (
    <svg class="timeline-drawing" width={axis.width} height={plotHeight} aria-hidden="true">
      <defs>
        <pattern
          id="hatch"
          class="timeline-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
        >
          <path d="M-1 1 1 -1M0 5 5 0M4 6 6 4" />
        </pattern>
      </defs>
      <TickLayer axis={axis} />
      <DensityLayer axis={axis} starts={starts} density={density} quiet={chosen.length > 0} />
      <SpanLayer spans={chosen} top={rows.spans} />
      <EventLayer spans={events} />
    </svg>
  )
}

/** What the filters let pass within the focus, at whatever time. */
function useWithinFocus({ graph, passed, view }: Viewer): Parts {
  const now = graph.value
  const { focus } = view.value
  const all = passed.value
  return useMemo(
    () => (now && focus ? visibleOf(now, all, { focus, inactive: true }, null) : all),
    [now, all, focus],
  )
}

/** The relations of what is selected; with nothing selected, all of them where they are few. */
function edgesToShow({ view, graph }: Viewer, { edges }: Parts): Iterable<string> {
  const { selected } = view.value
  const now = graph.value
  if (now === null) return []
  if (selected === null) return edges.size <= fewEdges ? edges : []
  if (selected.kind === 'relation') return edges.has(selected.id) ? [selected.id] : []
  if (!now.hasNode(selected.id)) return []
  return new Set(now.edges(selected.id).filter((id) => edges.has(id)))
}

const fewEdges = 24

/** The fine ticks that the axis shows, and one before it. */
function bucketsOf({ span, minor }: Axis) {
  const first = tickAt(span.from, minor)
  const ticks = ticksIn(span, minor)
  return ticks[0] === first ? ticks : [first, ...ticks]
}
