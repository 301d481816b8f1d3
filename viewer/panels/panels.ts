import type { ComponentType } from 'preact'
import type { IconName } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import type { Panel } from '../state/open-panels.ts'
import { texts } from '../words/texts.ts'
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
  filters: { side: 'left', title: texts.filters, icon: 'filters', body: FiltersPanel },
  outline: { side: 'left', title: texts.outline, icon: 'outline', body: OutlinePanel },
  sources: { side: 'left', title: texts.sourcesTitle, icon: 'sources', body: SourcesPanel },
  evidence: { side: 'right', title: texts.evidence, icon: 'evidence', body: EvidencePanel },
  path: { side: 'right', title: texts.path, icon: 'path', body: PathPanel },
  compare: { side: 'right', title: texts.changes, icon: 'compare', body: ComparePanel },
  diagnostics: { side: 'right', title: texts.diagnostics, icon: 'warning', body: DiagnosticsPanel },
}

export const panelNames = Object.keys(panels) as Panel[]
