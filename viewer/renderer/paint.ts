import type { Rgb } from '../../src/picture/colour.ts'

/** What all items share at the moment of drawing: changing it costs a frame and no data. */
export interface Paint {
  canvas: Rgb
  ring: Rgb
  /** How far the items that are not lit have faded: 0 not at all, 1 wholly. */
  dim: number
}

/** The opacity of what is not lit, once it has faded. */
export const dimmedOpacity = { node: 0.22, edge: 0.1 } as const
