import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Change } from './changes.ts'
import type { ViewState } from './view-state.ts'

// What a reader does with several entities at once.

/** Adds one to those that are chosen together, or takes it out. The one that was selected before is the first of them. */
export function toggleChosen(id: string): Change {
  return (view) => {
    const { selected, chosen } = view
    const first = chosen.length === 0 && selected?.kind === 'entity' ? [selected.id] : []
    const before = new Set([...chosen, ...first])
    if (chosen.includes(id)) before.delete(id)
    else before.add(id)
    return openFor({ ...view, chosen: [...before].sort() })
  }
}

export function choose(ids: readonly string[]): Change {
  return (view) => openFor({ ...view, chosen: [...new Set([...view.chosen, ...ids])].sort() })
}

export const letChosenGo: Change = (view) => ({ ...view, chosen: [] })

export const hideChosen: Change = (view) => ({
  ...view,
  hiddenEntities: [...new Set([...view.hiddenEntities, ...view.chosen])].sort(),
  chosen: [],
  selected: view.selected && view.chosen.includes(view.selected.id) ? null : view.selected,
})

/** The picture of these and of what lies between them. */
export const onlyChosen: Change = (view) => ({
  ...view,
  only: view.chosen,
  chosen: [],
  camera: null,
})

/** Where only some entities are shown, those around one of them come in, too. */
export function addAround(graph: KnowledgeGraph, id: string): Change {
  return (view) => ({
    ...view,
    only: [...new Set([...view.only, id, ...graph.neighbors(id)])].sort(),
  })
}

function openFor(view: ViewState): ViewState {
  return { ...view, right: view.right === null ? null : 'evidence' }
}
