import type { LeftPanel, RightPanel, ViewState } from './view-state.ts'

export type Panel = Exclude<LeftPanel | RightPanel, 'none'>

export interface OpenPanels {
  readonly left: Exclude<LeftPanel, 'none'> | null
  readonly right: Exclude<RightPanel, 'none'> | null
}

/**
 * A wide window has a panel at either side; a narrow one has a single sheet, and the picture above it. In a narrow
 * window and in a frame they wait closed until something is chosen; in a small frame, until a reader asks or clicks,
 * since a link that names an entity is about the picture around it.
 */
export function openPanels(view: ViewState, narrow: boolean, embedded: boolean): OpenPanels {
  const waits = narrow || embedded
  const isSmallFrame = narrow && embedded
  const asked = view.path !== null && view.selected === null ? 'path' : 'evidence'
  const right = shown(view.right ?? (isSmallFrame || (waits && !view.selected) ? 'none' : asked))
  const left = shown(view.left ?? (waits ? 'none' : 'filters'))
  return { left: narrow && right !== null ? null : left, right }
}

function shown<T extends string>(panel: T | 'none'): T | null {
  return panel === 'none' ? null : panel
}
