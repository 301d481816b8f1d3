import { useViewer } from '../viewer.ts'
import { claimMarks, datedSentence, entityInWords } from '../words/claims.ts'
import { timeMarks } from '../words/time.ts'

/** What is under the pointer, in words. */
export function Caption() {
  const { hovered, graph: current, drawn } = useViewer()
  const graph = current.value
  const at = hovered.value
  if (graph === null || at === null) return null
  if (at.kind === 'entity' ? !graph.hasNode(at.id) : !graph.hasEdge(at.id)) return null
  return (
    <p class="caption" aria-hidden="true">
      {at.kind === 'entity' ? (
        <>
          <bdi>{entityInWords(graph, at.id)}</bdi>
          <span class="marks"> {timeMarks(drawn.value, 'nodes', at.id).join(' · ')}</span>
        </>
      ) : (
        <>
          <bdi>{datedSentence(graph, at.id)}</bdi>
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
