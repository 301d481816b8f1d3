import type { Rgb } from '../../src/picture/colour.ts'

/** What all items share at the moment of drawing: changing it costs a frame and no data. */
export interface Paint {
  canvas: Rgb
  ring: Rgb
  /** How far the items that are not lit have faded: 0 not at all, 1 wholly. */
  dim: number
  /** How much of the picture there is for each line when the camera is at ratio 1, in square pixels. */
  room: number
  /** The share of the lines that began or ended between two times that are compared: all the room is theirs. */
  changed: number
}

/** The opacity of what is not lit, once it has faded, and of what is of another time, always. */
export const dimmedOpacity = { node: 0.22, edge: 0.1 } as const

/** `a_lit`: 1 never fades, 0 fades with all that is not lit, -1 has faded. */
export function lightOf({ lit, faded }: { lit: boolean; faded: boolean }): number {
  if (faded) return -1
  return lit ? 1 : 0
}

/** The opacity of an item, in the language of the vertex shaders. */
export function opacityIn(dimmed: number): string {
  return `(a_lit < 0.0 ? ${dimmed} : mix(1.0, ${dimmed}, u_dim * (1.0 - a_lit)))`
}
