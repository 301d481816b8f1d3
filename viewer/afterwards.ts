import { keepGroups } from './groups/keep-groups.ts'
import { keepLegend } from './print/keep-legend.tsx'
import { keepAnnouncing } from './state/keep-announcing.ts'
import type { Viewer } from './viewer.ts'

/** What the page does beside its first picture, and what nobody misses before that stands. */
export function afterwards(viewer: Viewer): void {
  keepAnnouncing(viewer)
  keepGroups(viewer)
  keepLegend(viewer)
}
