import { Sentence } from '../parts/sentence.tsx'
import { useViewer } from '../viewer.ts'
import { claimMarks, relationsOf, typeLabel } from '../words/claims.ts'
import { timeMarks } from '../words/time.ts'

/** What is under the pointer, in words. */
export function Caption() {
  const { base, hovered, graph: current, drawn } = useViewer()
  const graph = current.value
  const at = hovered.value
  if (graph === null || at === null) return null
  if (at.kind === 'entity' ? !graph.hasNode(at.id) : !graph.hasEdge(at.id)) return null
  return (
    <p class="caption" aria-hidden="true">
      {at.kind === 'entity' ? (
        <>
          <bdi>{graph.getNodeAttribute(at.id, 'label')}</bdi>,{' '}
          <bdi>{typeLabel(graph, graph.getNodeAttribute(at.id, 'type'))}</bdi>,{' '}
          {relationsOf(graph, at.id, base.beyond.value)}
          <span class="marks"> {timeMarks(drawn.value, 'nodes', at.id).join(' · ')}</span>
        </>
      ) : (
        <>
          <Sentence edge={at.id} />
          <span class="marks">
            {[
              ...claimMarks(graph.getEdgeAttributes(at.id)),
              ...timeMarks(drawn.value, 'edges', at.id),
            ].join(' · ')}
          </span>
        </>
      )}
    </p>
  )
}
