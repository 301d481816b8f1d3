import type { ComponentType } from 'preact'
import type { IconName } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import type { Panel } from '../state/open-panels.ts'
import { EvidencePanel } from './evidence-panel.tsx'

export interface PanelKind {
  readonly side: 'left' | 'right'
  readonly title: string
  readonly icon: IconName
  readonly body: ComponentType
}

const ComparePanel = lazy(async () => (await import('./compare-panel.tsx')).ComparePanel)
const DiagnosticsPanel = lazy(
  async () => (await import('./diagnostics-panel.tsx')).DiagnosticsPanel,
)
const FiltersPanel = lazy(async () => (await import('./filters-panel.tsx')).FiltersPanel)
const OutlinePanel = lazy(async () => (await import('./outline-panel.tsx')).OutlinePanel)
const PathPanel = lazy(async () => (await import('./path-panel.tsx')).PathPanel)
const SourcesPanel = lazy(async () => (await import('./sources-panel.tsx')).SourcesPanel)

/** The one list of panels: the page and its tabs read it. */
export const panels: Readonly<Record<Panel, PanelKind>> = {
  filters: { side: 'left', title: 'Filters', icon: 'filters', body: FiltersPanel },
  outline: { side: 'left', title: 'Outline', icon: 'outline', body: OutlinePanel },
  sources: { side: 'left', title: 'Sources', icon: 'sources', body: SourcesPanel },
  evidence: { side: 'right', title: 'Evidence', icon: 'evidence', body: EvidencePanel },
  path: { side: 'right', title: 'Path', icon: 'path', body: PathPanel },
  compare: { side: 'right', title: 'Changes', icon: 'compare', body: ComparePanel },
  diagnostics: { side: 'right', title: 'Diagnostics', icon: 'warning', body: DiagnosticsPanel },
}

export const panelNames = Object.keys(panels) as Panel[]
