import type { ComponentType } from 'preact'
import type { IconName } from '../parts/icons.tsx'
import type { Panel } from '../state/open-panels.ts'
import { ComparePanel } from './compare-panel.tsx'
import { DiagnosticsPanel } from './diagnostics-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FiltersPanel } from './filters-panel.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { PathPanel } from './path-panel.tsx'

export interface PanelKind {
  readonly side: 'left' | 'right'
  readonly title: string
  readonly icon: IconName
  readonly body: ComponentType
}

/** The one list of panels: the page and its tabs read it. */
export const panels: Readonly<Record<Panel, PanelKind>> = {
  filters: { side: 'left', title: 'Filters', icon: 'filters', body: FiltersPanel },
  outline: { side: 'left', title: 'Outline', icon: 'outline', body: OutlinePanel },
  evidence: { side: 'right', title: 'Evidence', icon: 'evidence', body: EvidencePanel },
  path: { side: 'right', title: 'Path', icon: 'path', body: PathPanel },
  compare: { side: 'right', title: 'Changes', icon: 'compare', body: ComparePanel },
  diagnostics: { side: 'right', title: 'Diagnostics', icon: 'warning', body: DiagnosticsPanel },
}

export const panelNames = Object.keys(panels) as Panel[]
