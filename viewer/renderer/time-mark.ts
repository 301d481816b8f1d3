import { mix, type Rgb } from '../../src/picture/colour.ts'
import type { Palette } from '../marks/palette.ts'
import { activityOf, type Visible } from '../state/visible.ts'
import { type Activity, activity } from '../time/activity.ts'

/** How the line of a relation tells its time: as firm as it is, thin without a date, hollow where it may be of another. */
export type TimeMark = 'full' | 'thin' | 'hollow'

export const timeMarks: readonly TimeMark[] = ['full', 'thin', 'hollow']

const marks: Partial<Record<Activity, TimeMark>> = {
  [activity.undated]: 'thin',
  [activity.possible]: 'hollow',
  [activity.ended]: 'hollow',
}

export function timeMarkOf(visible: Visible, edge: string): TimeMark {
  return marks[activityOf(visible, 'edges', edge) ?? activity.certain] ?? 'full'
}

/** While two times are compared, the colour of a line says what began and what ended, and all else steps back. */
export function colourInTime(palette: Palette, state: Activity | null, own: Rgb): Rgb {
  switch (state) {
    case activity.began:
      return palette.began
    case activity.ended:
      return palette.ended
    case activity.both:
      return mix(own, palette.canvas, 0.35)
    default:
      return own
  }
}
