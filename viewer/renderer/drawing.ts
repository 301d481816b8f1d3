import type { Lit } from '../state/surroundings.ts'
import type { Pin } from '../state/view-state.ts'
import { type Looks, looksOf } from './looks.ts'
import type { Paint } from './paint.ts'
import type { Scene } from './scene.ts'

/** What sigma is asked to draw at this moment; the parts of this folder change it and ask for a frame. */
export interface Drawing {
  scene: Scene
  looks: Looks
  /** What is bright now, or null where nothing has faded. */
  lit: Lit | null
  /** What was bright last: it keeps its mark while the rest comes back. */
  marked: Lit
  /** What the reader's hand holds at this moment, and where. */
  held: Pin | null
  /** Pixels from node to node when the camera is at ratio 1. */
  homeSpacing: number
  readonly paint: Paint
}

export const nothing: Lit = { nodes: new Set(), edges: new Set() }

/** Where a node is drawn, if not where the layout has it. */
export function placeApart({ held, scene }: Drawing, id: string): Pin | undefined {
  return held?.id === id ? held : scene.pins.get(id)
}

export function newDrawing(scene: Scene): Drawing {
  return {
    scene,
    looks: looksOf(scene),
    lit: null,
    marked: nothing,
    held: null,
    homeSpacing: 50,
    paint: { canvas: scene.palette.canvas, ring: scene.palette.text, dim: 0, room: 0, changed: 0 },
  }
}
