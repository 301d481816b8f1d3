import type { LeftPanel, RightPanel, ViewState } from './view-state.ts'

export type Panel = Exclude<LeftPanel | RightPanel, 'none'>

export interface OpenPanels {
  readonly left: Exclude<LeftPanel, 'none'> | null
  readonly right: Exclude<RightPanel, 'none'> | null
}

/** A wide window has a panel at either side; a narrow one has a single sheet, and the picture above it. */
export function openPanels(view: ViewState, narrow: boolean): OpenPanels {
  if (!narrow)
    return { left: shown(view.left ?? 'filters'), right: shown(view.right ?? 'evidence') }
  const right = shown(view.right ?? (view.selected ? 'evidence' : 'none'))
  return { left: right === null ? shown(view.left ?? 'none') : null, right }
}

function shown<T extends string>(panel: T | 'none'): T | null {
  return panel === 'none' ? null : panel
}
