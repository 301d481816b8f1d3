import type { LinePattern } from '../../src/picture/line-pattern.ts'
import type { Shape } from '../../src/picture/shape-of.ts'

interface SwatchProps {
  readonly shape: Shape
  readonly colour: string
  readonly hollow?: boolean
}

const outlines = {
  circle: <circle cx="8" cy="8" r="5" />,
  square: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" />,
  diamond: <path d="M8 2 14 8 8 14 2 8Z" />,
}

/** The mark of an entity type, as the picture draws it. */
export function Swatch({ shape, colour, hollow = false }: SwatchProps) {
  const paint = hollow ? { fill: 'none', stroke: colour, 'stroke-width': 2 } : { fill: colour }
  return (
    <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false" {...paint}>
      {outlines[shape]}
    </svg>
  )
}

/** What stands around an entity that falls with a source, as the picture draws it. */
export function Circle() {
  return (
    <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentcolor" stroke-width="1.6" />
    </svg>
  )
}

const dashes: Readonly<Record<LinePattern, string>> = {
  solid: 'none',
  dashed: '6 4',
  dotted: '2 3',
  'dash-dot': '8 3 2 3',
}

interface LineSampleProps {
  readonly pattern: LinePattern
  readonly colour: string
  readonly width?: number
}

/** The line of a relation, as the picture draws it. */
export function LineSample({ pattern, colour, width = 2 }: LineSampleProps) {
  return (
    <svg class="line-sample" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <path
        d="M0 4h28"
        fill="none"
        stroke={colour}
        stroke-width={width}
        stroke-dasharray={dashes[pattern]}
      />
    </svg>
  )
}
