import { useViewer } from '../viewer.ts'
import { EntityEvidence } from './entity-evidence.tsx'
import { Overview } from './overview.tsx'
import { RelationEvidence } from './relation-evidence.tsx'

/** Why the graph says what it says: the selected entity or relation, or else the base as a whole. */
export function EvidencePanel() {
  const { view, graph } = useViewer()
  const { selected } = view.value
  const known =
    selected &&
    (selected.kind === 'entity'
      ? graph.value?.hasNode(selected.id)
      : graph.value?.hasEdge(selected.id))
  if (!selected || !known) return <Overview />
  return selected.kind === 'entity' ? (
    <EntityEvidence key={selected.id} id={selected.id} />
  ) : (
    <RelationEvidence key={selected.id} id={selected.id} />
  )
}
