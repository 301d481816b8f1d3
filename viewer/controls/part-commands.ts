import type { ReadonlySignal } from '@preact/signals'
import type { Beyond } from '../data/beyond.ts'
import { fitting, hangingOn, hereIn, showOnly, startOver } from '../state/part-here.ts'
import type { Viewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

// What buttons do with the part of a large graph that is here.

/** The best connected neighbours come that are not here yet. */
export async function bringNeighbours(viewer: Viewer, beyond: Beyond, id: string): Promise<void> {
  const here = hereIn(viewer)
  const { notices, announcement } = viewer
  try {
    const { ids, total } = await beyond.around(id, 1, here)
    const room = fitting(here, ids)
    viewer.change(showOnly(room.ids))
    if (room.isFull) notices.value = [...new Set([...notices.peek(), later.partTooMany])]
    const came = room.ids.length - here.length
    const before =
      viewer.graph
        .peek()
        ?.neighbors(id)
        .filter((other) => other !== id).length ?? 0
    announcement.value = later.partCame(came, Math.max(0, total - before - came))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    notices.value = [...new Set([...notices.peek(), later.partNotHad(reason)])]
  }
}

/** Those go that are here only for the sake of this one. */
export function takeNeighboursAway(viewer: Viewer, id: string): void {
  const graph = viewer.graph.peek()
  if (!graph?.hasNode(id)) return
  const going = new Set(hangingOn(graph, id))
  viewer.announcement.value = going.size > 0 ? later.partWent(going.size) : later.partNoneGoes
  if (going.size > 0) viewer.change(showOnly(hereIn(viewer).filter((other) => !going.has(other))))
}

/** Back to those that stand out. */
export async function backToFirst(viewer: Viewer, beyond: Beyond): Promise<void> {
  const before = viewer.graph.peek()
  viewer.change(startOver)
  await ended(beyond.busy)
  const graph = viewer.graph.peek()
  // Where it failed, that is told.
  if (graph === null || graph === before) return
  viewer.announcement.value = texts.shown(texts.entitiesAndRelations(graph.order, graph.size))
}

function ended(busy: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const stop = busy.subscribe((isBusy) => {
      if (isBusy) return
      resolve()
      queueMicrotask(() => stop())
    })
  })
}
