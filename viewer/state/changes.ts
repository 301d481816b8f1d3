import type { Confidence } from '../../src/model/claim.ts'
import {
  initialView,
  type LeftPanel,
  type RightPanel,
  type Selection,
  type Theme,
  type ViewState,
} from './view-state.ts'

/** A step from one view to the next. Every button and every key is one of these. */
export type Change = (view: ViewState) => ViewState

/** Choosing an entity while a path waits for its other end completes the path instead. */
export function select(selected: Selection | null): Change {
  return (view) => {
    const { path } = view
    if (path && path.to === null && selected?.kind === 'entity' && selected.id !== path.from) {
      return {
        ...view,
        path: { ...path, to: selected.id, shown: 0 },
        right: 'path',
        selected: null,
      }
    }
    const right = selected && view.right !== null ? 'evidence' : view.right
    return { ...view, selected, right }
  }
}

export const selectEntity = (id: string): Change => select({ kind: 'entity', id })
export const selectRelation = (id: string): Change => select({ kind: 'relation', id })

/** Moves on without choosing: a path that waits for its other end goes on waiting. */
export function walkTo(id: string): Change {
  return (view) => ({
    ...view,
    selected: { kind: 'entity', id },
    right: view.right === 'none' ? 'evidence' : view.right,
  })
}

/** Lets go of one thing at a time, the innermost first. */
export const clearOne: Change = (view) => {
  if (view.search !== null) return { ...view, search: null }
  if (view.path?.to === null) return { ...view, path: null }
  if (view.chosen.length > 0) return { ...view, chosen: [] }
  if (view.selected) return { ...view, selected: null }
  if (view.path) return { ...view, path: null, right: null }
  if (view.source) return { ...view, source: null }
  if (view.focus) return { ...view, focus: null }
  if (view.only.length > 0) return { ...view, only: [] }
  return view
}

export function setTypesHidden(types: readonly string[], hidden: boolean): Change {
  return (view) => ({ ...view, hiddenTypes: changeList(view.hiddenTypes, types, hidden) })
}

export function setRelationsHidden(relations: readonly string[], hidden: boolean): Change {
  return (view) => ({
    ...view,
    hiddenRelations: changeList(view.hiddenRelations, relations, hidden),
  })
}

export function onlyTypes(types: readonly string[], all: readonly string[]): Change {
  return (view) => ({ ...view, hiddenTypes: without(all, types) })
}

export function onlyRelations(relations: readonly string[], all: readonly string[]): Change {
  return (view) => ({ ...view, hiddenRelations: without(all, relations) })
}

export function setEntityHidden(id: string, hidden: boolean): Change {
  return (view) => ({
    ...view,
    hiddenEntities: changeList(view.hiddenEntities, [id], hidden),
    // What is put away is in the middle of nothing.
    focus: hidden && view.focus?.around === id ? null : view.focus,
    selected: hidden && view.selected?.id === id ? null : view.selected,
  })
}

export const showHiddenEntities: Change = (view) => ({ ...view, hiddenEntities: [] })

export function setMinConfidence(minConfidence: Confidence | null): Change {
  return (view) => ({ ...view, minConfidence })
}

export function setInferred(inferred: boolean): Change {
  return (view) => ({ ...view, inferred })
}

/** Everything that filters, back to its default. */
export const showEverything: Change = (view) => ({
  ...view,
  hiddenTypes: initialView.hiddenTypes,
  hiddenRelations: initialView.hiddenRelations,
  hiddenEntities: initialView.hiddenEntities,
  minConfidence: initialView.minConfidence,
  inferred: initialView.inferred,
  only: initialView.only,
  focus: initialView.focus,
  // The panel goes on telling of the source that it tells of.
  source: view.source && view.left === 'sources' ? { ...view.source, mode: 'light' } : null,
  saidBy: initialView.saidBy,
  withoutSpeaker: initialView.withoutSpeaker,
  time: initialView.time,
  compare: initialView.compare,
})

/** The first time only the neighbours stay, each further time one hop more. */
export function focusOn(id: string): Change {
  return (view) => {
    const hops = view.focus?.around === id ? view.focus.hops + 1 : 1
    return { ...view, focus: { around: id, hops }, camera: null }
  }
}

export const leaveFocus: Change = (view) => ({ ...view, focus: null, camera: null })

export function startPath(from: string): Change {
  return (view) => ({ ...view, path: { from, to: null, shown: 0, anywhere: false }, right: 'path' })
}

export function choosePath(from: string, to: string): Change {
  const path = { from, to, shown: 0, anywhere: false }
  return (view) => ({ ...view, path, right: 'path', selected: null, chosen: [] })
}

export function showPath(shown: number): Change {
  return (view) => (view.path ? { ...view, path: { ...view.path, shown }, selected: null } : view)
}

export const turnPathAround: Change = (view) =>
  view.path?.to
    ? { ...view, path: { ...view.path, from: view.path.to, to: view.path.from, shown: 0 } }
    : view

export function setPathAnywhere(anywhere: boolean): Change {
  return (view) => (view.path ? { ...view, path: { ...view.path, anywhere, shown: 0 } } : view)
}

export const leavePath: Change = (view) => ({
  ...view,
  path: null,
  right: view.right === 'path' ? null : view.right,
})

export function setLeft(left: LeftPanel): Change {
  return (view) => ({ ...view, left })
}

export function setRight(right: RightPanel): Change {
  return (view) => ({ ...view, right })
}

/** In a narrow window one panel takes the place of the other. */
export function setSheet({ left, right }: Partial<Pick<ViewState, 'left' | 'right'>>): Change {
  return (view) => ({ ...view, left: left ?? 'none', right: right ?? 'none' })
}

export function setTheme(theme: Theme | null): Change {
  return (view) => ({ ...view, theme })
}

export function setSearch(search: string | null): Change {
  return (view) => ({ ...view, search })
}

function without(list: readonly string[], ids: readonly string[]): string[] {
  return list.filter((item) => !ids.includes(item)).sort()
}

function changeList(list: readonly string[], ids: readonly string[], present: boolean): string[] {
  const rest = without(list, ids)
  return present ? [...rest, ...ids].sort() : rest
}
