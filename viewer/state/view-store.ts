import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Change } from './changes.ts'
import { initialView, type ViewState } from './view-state.ts'

export interface ViewStore {
  readonly view: ReadonlySignal<ViewState>
  /** A step that can be undone. */
  readonly change: (change: Change) => void
  /** A step that is not worth undoing: the camera, a text that is being typed, a link that was opened. */
  readonly adjust: (change: Change) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** The view is changing by a step that can be undone, and not by an undo or by what is not worth one. */
  readonly isStepping: () => boolean
}

const longestHistory = 200

/** The one view state and the way back through it. */
export function createViewStore(first: ViewState = initialView): ViewStore {
  const view = signal(first)
  const past = signal<readonly ViewState[]>([])
  const future = signal<readonly ViewState[]>([])

  let isStepping = false

  const change = (step: Change) => {
    const next = step(view.value)
    if (same(next, view.value)) return
    past.value = [...past.value, view.value].slice(-longestHistory)
    future.value = []
    isStepping = true
    view.value = next
    isStepping = false
  }
  const adjust = (step: Change) => {
    const next = step(view.value)
    if (!same(next, view.value)) view.value = next
  }
  const undo = () => {
    const previous = past.value.at(-1)
    if (previous === undefined) return
    past.value = past.value.slice(0, -1)
    future.value = [...future.value, view.value]
    view.value = restored(previous, view.value)
  }
  const redo = () => {
    const next = future.value.at(-1)
    if (next === undefined) return
    future.value = future.value.slice(0, -1)
    past.value = [...past.value, view.value]
    view.value = restored(next, view.value)
  }
  return {
    view,
    change,
    adjust,
    undo,
    redo,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    isStepping: () => isStepping,
  }
}

/** Undoing a step leaves the picture where the reader has moved it, and the search box as it is. */
function restored(view: ViewState, now: ViewState): ViewState {
  return { ...view, camera: now.camera, search: now.search }
}

function same(a: ViewState, b: ViewState): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
