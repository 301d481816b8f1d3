import type { KnowledgeGraph, NodeAttributes } from '../../src/graph/knowledge-graph.ts'
import { lazy } from '../parts/lazy.tsx'
import { NameList } from '../parts/name-list.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { isDrawn } from '../state/visible.ts'
import { useViewer } from '../viewer.ts'
import { typeLabel } from '../words/claims.ts'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { AttributeClaims } from './attribute-claims.tsx'
import { EntityActions } from './entity-actions.tsx'
import { EntityRelations } from './entity-relations.tsx'
import { HiddenNotice } from './hidden-notice.tsx'
import { PlaceInFiles } from './place-in-files.tsx'

const PartActions = lazy(async () => (await import('./part-actions.tsx')).PartActions)
const TimeNote = lazy(async () => (await import('./rare-evidence.ts')).TimeNote)
const IdentityDecisions = lazy(async () => (await import('./rare-evidence.ts')).IdentityDecisions)

interface EntityEvidenceProps {
  readonly id: string
}

/** All that the base says about one entity, claim by claim. */
export function EntityEvidence({ id }: EntityEvidenceProps) {
  const { base, graph: current, visible } = useViewer()
  const graph = current.value
  if (graph === null) return null
  const entity = graph.getNodeAttributes(id)
  const decided = graph.getAttribute('identity')
  return (
    <>
      <p class="kicker">
        <TypeMark type={entity.type} unnamed={entity.unnamed} />{' '}
        <bdi>{typeLabel(graph, entity.type)}</bdi>
      </p>
      <h2 class={entity.unnamed ? 'name is-unnamed' : 'name'} tabIndex={-1}>
        <bdi>{entity.label}</bdi>
        {entity.count !== undefined && <span class="quiet"> ×{entity.count}</span>}
      </h2>
      {!isDrawn(visible.value, 'nodes', id) && <HiddenNotice says={texts.entityHidden} />}
      {visible.value.inTime && entity.when !== undefined && <TimeNote kind="nodes" id={id} />}
      <Nature entity={entity} graph={graph} />
      <EntityActions id={id} />
      {base.beyond.value && <PartActions />}
      <AttributeClaims attributes={entity.attributes} />
      <EntityRelations id={id} />
      {decided.some(({ entities }) => entities.includes(id)) && <IdentityDecisions id={id} />}
      <PlaceInFiles file={entity.file} line={entity.line} />
    </>
  )
}

interface NatureProps {
  readonly entity: NodeAttributes
  readonly graph: KnowledgeGraph
}

function Nature({ entity: { aliases, summary, unnamed, count, when } }: NatureProps) {
  return (
    <>
      {aliases.length > 0 && <p class="quiet">{texts.alsoNamed(<NameList names={aliases} />)}</p>}
      {when !== undefined && <p>{capital(texts.when(when))}</p>}
      {summary !== undefined && (
        <p class="summary">
          <bdi>{summary}</bdi>
        </p>
      )}
      {unnamed && <p class="mark-note">{texts.nameWithheld}</p>}
      {count !== undefined && <p class="mark-note">{texts.standsFor(count)}</p>}
    </>
  )
}
