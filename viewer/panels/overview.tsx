import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { useViewer } from '../viewer.ts'
import { counted } from '../words/text.ts'
import { SourceLine } from './citations.tsx'

/** What the base holds, and how to begin. */
export function Overview() {
  const graph = useViewer().graph.value
  if (graph === null) return null
  const { name, sources, counts } = graph.getAttributes()
  const cited = citationCounts(graph)
  return (
    <>
      <p class="kicker">Knowledge base</p>
      <h2 class="name" tabIndex={-1}>
        <bdi>{name}</bdi>
      </h2>
      <p>
        {counted(graph.order, 'entity', 'entities')} and {counted(graph.size, 'relation')}, from{' '}
        {counted(counts.claims, 'claim')} in {counted(counts.sources, 'source')}.
      </p>
      <p class="quiet">
        Choose an entity or a relation in the picture, in the outline, or with <kbd>/</kbd> to read
        who says so and where. <kbd>?</kbd> lists all keys.
      </p>
      <section class="block" aria-label="Sources">
        <h3>Sources</h3>
        <ul class="citations">
          {Object.entries(sources).map(([id, source]) => (
            <li class="citation" key={id}>
              <SourceLine id={id} source={source} />
              <p class="quiet">Cited for {counted(cited.get(id) ?? 0, 'relation')}.</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** How many relations cite each source. */
function citationCounts(graph: KnowledgeGraph): Map<string, number> {
  const counts = new Map<string, number>()
  graph.forEachEdge((_, { citations }) => {
    for (const source of new Set(citations.map((citation) => citation.source))) {
      counts.set(source, (counts.get(source) ?? 0) + 1)
    }
  })
  return counts
}
