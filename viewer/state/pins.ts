import type { Change } from './changes.ts'
import type { Pin, ViewState } from './view-state.ts'

/** Puts an entity to a place of the picture, where it stays whatever comes. */
export function pinAt(id: string, x: number, y: number): Change {
  return (view) => ({
    ...view,
    pins: [...without(view.pins, id), { id, x: rounded(x), y: rounded(y) }].sort(byId),
  })
}

/** Back to where the layout has it. */
export function unpin(id: string): Change {
  return (view) => ({ ...view, pins: without(view.pins, id) })
}

export const unpinAll: Change = (view) => ({ ...view, pins: [] })

export type Pins = ReadonlyMap<string, Pin>

export function pinsOf({ pins }: ViewState): Pins {
  return new Map(pins.map((pin) => [pin.id, pin]))
}

function without(pins: readonly Pin[], id: string): Pin[] {
  return pins.filter((pin) => pin.id !== id)
}

/** Tenths of about a pixel: the address is for people, too. */
function rounded(number: number): number {
  return Math.round(number * 10) / 10
}

function byId(a: Pin, b: Pin): number {
  return a.id < b.id ? -1 : 1
}
