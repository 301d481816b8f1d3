import { useMemo, useState } from 'preact/hooks'
import type { Evidence, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { useViewer } from '../viewer.ts'
import { counted } from '../words/text.ts'
import { SourceLine } from './citations.tsx'

/** What the base holds, and how to begin. */
export function Overview() {
  const graph = useViewer().graph.value
  if (graph === null) return null
  const { name, counts } = graph.getAttributes()
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
      <Sources graph={graph} />
    </>
  )
}

/** So many sources are listed before the reader asks for the rest. */
const listedAtOnce = 30

/** The sources, most cited first. */
function Sources({ graph }: { readonly graph: KnowledgeGraph }) {
  const [all, setAll] = useState(false)
  // The graph stays the same object when an edit changes it.
  const cited = useMemo(() => citationCounts(graph), [useViewer().base.shown.value])
  const sources = Object.entries(graph.getAttribute('sources')).sort(
    ([a], [b]) => (cited.get(b) ?? 0) - (cited.get(a) ?? 0) || compareText(a, b),
  )
  return (
    <section class="block" aria-label="Sources">
      <h3>Sources</h3>
      <ul class="citations">
        {sources.slice(0, all ? sources.length : listedAtOnce).map(([id, source]) => (
          <li class="citation" key={id}>
            <SourceLine id={id} source={source} />
            <p class="quiet">Cited for {counted(cited.get(id) ?? 0, 'claim')}.</p>
          </li>
        ))}
      </ul>
      {!all && sources.length > listedAtOnce && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          All {counted(sources.length, 'source')}
        </button>
      )}
    </section>
  )
}

/** How many claims, relations and attributes alike, cite each source. */
function citationCounts(graph: KnowledgeGraph): Map<string, number> {
  const counts = new Map<string, number>()
  const count = ({ citations }: Evidence) => {
    for (const source of new Set(citations.map((citation) => citation.source))) {
      counts.set(source, (counts.get(source) ?? 0) + 1)
    }
  }
  graph.forEachEdge((_, relation) => count(relation))
  graph.forEachNode((_, { attributes }) => {
    for (const claim of Object.values(attributes).flat()) count(claim)
  })
  return counts
}
