import type { Day } from '../../src/dates/calendar.ts'
import { formatColour } from '../../src/picture/colour.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { isolated } from '../../src/text/direction.ts'
import { kindColour, typeColour } from '../marks/palette.ts'
import { useViewer } from '../viewer.ts'
import { isolatedSentence } from '../words/claims.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import type { Axis } from './axis.ts'
import type { Density } from './density.ts'
import { rows } from './plot-rows.ts'
import type { Span, SpanInLane } from './spans.ts'
import { tickLabel, ticksIn } from './ticks.ts'

const eventHeight = 14
const spansHeight = rows.axis - rows.spans - 2

/** More events than this cannot be told apart by a pointer: they are drawn as one. */
const mostEvents = 400

/** A label that begins nearer to the end would be cut off. */
const labelRoom = 32

export function TickLayer({ axis }: { readonly axis: Axis }) {
  const lines = (days: readonly Day[], height: number) =>
    days.map((day) => `M${axis.xOf(day).toFixed(1)} ${rows.axis}v${height}`).join('')
  const labelled = ticksIn(axis.span, axis.major)
  return (
    <g class="timeline-ticks">
      <path class="is-fine" d={lines(ticksIn(axis.span, axis.minor), 4)} />
      <path d={`M0 ${rows.axis}h${axis.width}${lines(labelled, 7)}`} />
      {labelled
        .filter((day) => axis.xOf(day) < axis.width - labelRoom)
        .map((day) => (
          <text key={day} x={axis.xOf(day) + 3} y={rows.axis + 15}>
            {tickLabel(day, axis.major)}
          </text>
        ))}
    </g>
  )
}

interface DensityProps {
  readonly axis: Axis
  readonly starts: readonly Day[]
  readonly density: Density
  readonly quiet: boolean
}

/** How many relations hold: for sure below, possibly on top of that. */
export function DensityLayer({
  axis,
  starts,
  density: { certain, possible },
  quiet,
}: DensityProps) {
  const highest = Math.max(1, ...possible)
  const area = (counts: readonly number[]) => {
    const steps = counts.map((count, index) => {
      const y = rows.axis - (count / highest) * spansHeight
      return `H${axis.xOf(starts[index] ?? 0).toFixed(1)}V${y.toFixed(1)}`
    })
    return `M0 ${rows.axis}${steps.join('')}H${axis.width}V${rows.axis}Z`
  }
  return (
    <g class={quiet ? 'timeline-density is-quiet' : 'timeline-density'}>
      <path class="is-possible" d={area(possible)} />
      <path class="is-hatched" d={area(possible)} />
      <path class="is-certain" d={area(certain)} />
    </g>
  )
}

interface SpansProps {
  readonly spans: readonly SpanInLane[]
  readonly top: number
}

/** Lower lines than these leave could not be seen. */
const mostLanes = 20

/** Each relation as a bar: solid where it held for sure, hatched where it may have. */
export function SpanLayer({ spans, top }: SpansProps) {
  const { graph, palette, view } = useViewer()
  const now = graph.value
  if (now === null || palette.value === null) return null
  const colours = palette.value
  const lanes = Math.min(mostLanes, Math.max(...spans.map(({ lane }) => lane + 1), 3))
  const left = spans.filter(({ lane }) => lane >= lanes).length
  const pitch = spansHeight / lanes
  return (
    <g class="timeline-spans">
      {spans
        .filter(({ id, lane }) => lane < lanes && now.hasEdge(id))
        .map((span) => {
          const { kind, when } = now.getEdgeAttributes(span.id)
          return (
            <Bar
              key={span.id}
              span={span}
              relation={span.id}
              y={top + span.lane * pitch}
              height={Math.max(1, pitch - 1.5)}
              colour={formatColour(kindColour(colours, kindsOf(now), kind))}
              chosen={view.value.selected?.id === span.id}
              title={isolatedSentence(now, span.id, when)}
            />
          )
        })}
      {left > 0 && (
        <text class="timeline-left" x={2} y={top + spansHeight - 4}>
          {later.andMore(left)}
        </text>
      )}
    </g>
  )
}

/** What happened, each at its date. */
export function EventLayer({ spans }: { readonly spans: readonly Span[] }) {
  const { graph, palette, view } = useViewer()
  const now = graph.value
  if (now === null || palette.value === null) return null
  const colours = palette.value
  if (spans.length > mostEvents) {
    const ticks = spans.map(
      ({ left, right }) => `M${((left + right) / 2).toFixed(1)} ${rows.events}v${eventHeight}`,
    )
    return <path class="timeline-crowd" d={ticks.join('')} />
  }
  return (
    <g class="timeline-events">
      {spans
        .filter(({ id }) => now.hasNode(id))
        .map((span) => {
          const { label, color, when = '' } = now.getNodeAttributes(span.id)
          return (
            <EventMark
              key={span.id}
              span={span}
              colour={typeColour(colours, color)}
              chosen={view.value.selected?.id === span.id}
              title={`${isolated(label)}, ${texts.when(when)}`}
            />
          )
        })}
    </g>
  )
}

/** In lower bars stripes cannot be seen: what is possible is a thinner bar there. */
const leastHatched = 4.5

interface BarProps {
  readonly span: Span
  readonly relation: string
  readonly y: number
  readonly height: number
  readonly colour: string
  readonly chosen: boolean
  readonly title: string
}

function Bar({
  span: { left, right, certain },
  relation,
  y,
  height,
  colour,
  chosen,
  title,
}: BarProps) {
  return (
    <g class={chosen ? 'bar is-chosen' : 'bar'} style={{ color: colour }} data-relation={relation}>
      <title>{title}</title>
      {height < leastHatched ? (
        <rect
          class="bar-whisker"
          x={left}
          y={y + height / 3}
          width={right - left}
          height={height / 3}
        />
      ) : (
        <>
          <rect class="bar-ground" x={left} y={y} width={right - left} height={height} />
          <rect class="bar-hatched" x={left} y={y} width={right - left} height={height} />
        </>
      )}
      {certain && (
        <rect
          class="bar-certain"
          x={certain[0]}
          y={y}
          width={certain[1] - certain[0]}
          height={height}
        />
      )}
    </g>
  )
}

interface EventMarkProps {
  readonly span: Span
  readonly colour: string
  readonly chosen: boolean
  readonly title: string
}

/** A diamond in the middle of the days on which it may have been. */
function EventMark({ span: { id, left, right }, colour, chosen, title }: EventMarkProps) {
  const middle = rows.events + eventHeight / 2
  const x = (left + right) / 2
  const size = chosen ? 6.5 : 5
  return (
    <g class={chosen ? 'event is-chosen' : 'event'} style={{ color: colour }} data-entity={id}>
      <title>{title}</title>
      {right - left > 2 * size && <path class="event-extent" d={`M${left} ${middle}H${right}`} />}
      <path
        class="event-mark"
        d={`M${x} ${middle - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`}
      />
    </g>
  )
}
