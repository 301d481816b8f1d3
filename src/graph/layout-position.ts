/** A point of the picture; at its full size one unit is about a pixel of a wide screen. */
export interface Position {
  readonly x: number
  readonly y: number
}

/** The first points of a sunflower's head: they fill a disc evenly, one unit of area a point. */
export function sunflower(count: number): Position[] {
  const points: Position[] = []
  let [cosine, sine] = [1, 0]
  for (let index = 0; index < count; index++) {
    const radius = Math.sqrt((index + 0.5) / Math.PI)
    points.push({ x: radius * cosine, y: radius * sine })
    const next = cosine * goldenCosine - sine * goldenSine
    sine = cosine * goldenSine + sine * goldenCosine
    cosine = next
  }
  return points
}

// The golden angle, written out: engines may differ in the last digit of what they compute for it.
const goldenCosine = -0.7373688780783197
const goldenSine = 0.6754902942615238

/** Width to height of the screens that pictures are made for. */
export const aspect = 1.2
