import { lazy } from '../parts/lazy.tsx'
import type { Selection } from '../state/view-state.ts'
import { useViewer } from '../viewer.ts'
import { EntityEvidence } from './entity-evidence.tsx'
import { Overview } from './overview.tsx'
import { RelationEvidence } from './relation-evidence.tsx'

const ChosenEntities = lazy(async () => (await import('./chosen-entities.tsx')).ChosenEntities)

/** Why the graph says what it says: the selected entity or relation, or else the base as a whole. */
export function EvidencePanel() {
  const { view, graph } = useViewer()
  const { selected } = view.value
  const known =
    selected &&
    (selected.kind === 'entity'
      ? graph.value?.hasNode(selected.id)
      : graph.value?.hasEdge(selected.id))
  return (
    <>
      {view.value.chosen.length > 0 && <ChosenEntities />}
      {selected && known ? <Evidence selected={selected} /> : <Overview />}
    </>
  )
}

function Evidence({ selected: { kind, id } }: { readonly selected: Selection }) {
  return kind === 'entity' ? (
    <EntityEvidence key={id} id={id} />
  ) : (
    <RelationEvidence key={id} id={id} />
  )
}
