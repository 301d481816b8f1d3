import { effect } from '@preact/signals'
import type { Viewer } from '../viewer.ts'

/** Where only a part of the graph is shown, what chooses that part is fetched and begins its work. */
export function keepPart(viewer: Viewer): void {
  effect(() => {
    const beyond = viewer.base.beyond.value
    if (beyond === null) return
    let stop = () => {}
    let isOver = false
    void import('./keep-here.ts').then(({ keepHere }) => {
      if (!isOver) stop = keepHere(viewer, beyond)
    })
    return () => {
      isOver = true
      stop()
    }
  })
}
