import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { formatColour } from '../../src/picture/colour.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { linePattern } from '../../src/picture/line-pattern.ts'
import { kindColour } from '../marks/palette.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { lazy } from '../parts/lazy.tsx'
import { LineSample } from '../parts/marks.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { isDrawn } from '../state/visible.ts'
import { useViewer } from '../viewer.ts'
import { spaced } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { ClaimEvidence } from './claim-evidence.tsx'
import { HiddenNotice } from './hidden-notice.tsx'
import { PlaceInFiles } from './place-in-files.tsx'

const Rivals = lazy(async () => (await import('./rare-evidence.ts')).Rivals)
const TimeNote = lazy(async () => (await import('./rare-evidence.ts')).TimeNote)

interface RelationEvidenceProps {
  readonly id: string
}

/** One claim about two entities, and why it stands here. */
export function RelationEvidence({ id }: RelationEvidenceProps) {
  const { graph: current, palette, visible } = useViewer()
  const graph = current.value
  if (graph === null || palette.value === null) return null
  const edge = graph.getEdgeAttributes(id)
  const [source, target] = graph.extremities(id)
  const colour = formatColour(kindColour(palette.value, kindsOf(graph), edge.kind))
  const doubt = texts.dateDoubt(graph, id)
  return (
    <>
      <p class="kicker">
        <LineSample pattern={linePattern(edge)} colour={colour} /> {spaced(edge.kind)}
      </p>
      <h2 class="sentence" tabIndex={-1}>
        <Sentence edge={id} dated={false} end="." />
      </h2>
      {!isDrawn(visible.value, 'edges', id) && <HiddenNotice says={texts.relationHidden} />}
      {visible.value.inTime && <TimeNote kind="edges" id={id} />}
      <ul class="ends" aria-label={texts.entitiesTitle}>
        {[source, target].map((end) => (
          <li key={end}>
            <TypeMark type={graph.getNodeAttribute(end, 'type')} /> <EntityLink id={end} />
          </li>
        ))}
      </ul>
      {edge.role !== undefined && (
        <dl class="facts">
          <dt>{texts.role}</dt>
          <dd>
            <bdi>{edge.role}</bdi>
          </dd>
        </dl>
      )}
      {edge.rivals.length === 0 ? (
        <ClaimEvidence claim={edge} missesDate />
      ) : (
        <Rivals claim={edge} reading={readingOf(graph, id)} rivals={edge.rivals} />
      )}
      {doubt !== undefined && (
        <p class="note">
          <bdi>{doubt}</bdi>
        </p>
      )}
      <PlaceInFiles file={edge.file} line={edge.line} />
    </>
  )
}

/** What this claim says where its rivals say otherwise: the entity, if they name another one. */
function readingOf(graph: KnowledgeGraph, id: string): string {
  const { rivals } = graph.getEdgeAttributes(id)
  const namesAnother = rivals.some(({ target }) => target !== undefined)
  return namesAnother ? graph.getNodeAttribute(graph.target(id), 'label') : texts.asStatedAbove
}
