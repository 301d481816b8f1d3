import { keepInDrawer, readFromDrawer } from '../documents/drawer.ts'
import type { Position } from '../graph/layout-position.ts'

/** Where nodes stand, for the next time that the same data are served. */
export interface KeptPlaces {
  readonly places: ReadonlyMap<string, Position>
  /** How many of them have come since the layout was made. */
  readonly newcomers: number
}

const name = 'places.json'

/** What an earlier server has kept; nothing where there is none, or what is there is not what Dossier writes. */
export function readPlaces(folder: string): KeptPlaces | undefined {
  try {
    const { version, newcomers, places } = JSON.parse(readFromDrawer(folder, name) ?? '{}')
    const entries = Object.entries(places as Record<string, unknown>)
    const isSound = version === 1 && Number.isSafeInteger(newcomers) && entries.every(isPlace)
    if (!isSound) return undefined
    return { newcomers, places: new Map(entries.map(([id, [x, y]]) => [id, { x, y }])) }
  } catch {
    return undefined
  }
}

export function keepPlaces(folder: string, { places, newcomers }: KeptPlaces): void {
  const entries = [...places].map(([id, { x, y }]) => [id, [x, y]] as const)
  const kept = { version: 1, newcomers, places: Object.fromEntries(entries) }
  keepInDrawer(folder, name, [`${JSON.stringify(kept)}\n`])
}

function isPlace(entry: [string, unknown]): entry is [string, [number, number]] {
  const [, place] = entry
  return Array.isArray(place) && place.length === 2 && place.every(isCoordinate)
}

/** Farther out no picture of Dossier goes. */
function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= 1e9
}
