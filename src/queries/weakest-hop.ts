import { doubtOf } from './by-surest.ts'
import type { Hop, Path } from './find-paths.ts'

/** The hop that is weaker than another, if the hops of a path differ in how far they are to be doubted. */
export function weakestOf({ hops, weakest }: Path): Hop | undefined {
  const doubts = hops.map(doubtOf)
  return Math.min(...doubts) < Math.max(...doubts) ? hops[weakest] : undefined
}
