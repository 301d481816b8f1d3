import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { Icon } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import { openSources } from '../state/source-changes.ts'
import { sourceRows } from '../state/source-rows.ts'
import { useViewer } from '../viewer.ts'
import { counted } from '../words/text.ts'
import { SourceLine } from './citations.tsx'

const PartOverview = lazy(async () => (await import('./part-overview.tsx')).PartOverview)

/** What the base holds, and how to begin. */
export function Overview() {
  const { base, graph: current } = useViewer()
  const graph = current.value
  if (graph === null) return null
  const { name, counts } = graph.getAttributes()
  return (
    <>
      <p class="kicker">Knowledge base</p>
      <h2 class="name" tabIndex={-1}>
        <bdi>{name}</bdi>
      </h2>
      <p>
        {counted(counts.entities, 'entity', 'entities')} and {counted(counts.relations, 'relation')}
        , from {counted(counts.claims, 'claim')} in {counted(counts.sources, 'source')}.
      </p>
      <p class="quiet">
        Choose an entity or a relation in the picture, in the outline, or with <kbd>/</kbd> to read
        who says so and where. <kbd>?</kbd> lists all keys.
      </p>
      {base.beyond.value ? <PartOverview /> : <Sources graph={graph} />}
    </>
  )
}

/** So many sources stand here; the panel of sources has all of them. */
const shownOfSources = 5

function Sources({ graph }: { readonly graph: KnowledgeGraph }) {
  const { coverage, change, narrow } = useViewer()
  const rows = sourceRows(graph, coverage.value, 'claims', '')
  if (rows.length === 0) return null
  return (
    <section class="block" aria-label="Most cited sources">
      <h3>Most cited sources</h3>
      <ul class="citations">
        {rows.slice(0, shownOfSources).map((row) => (
          <li class="citation" key={row.id}>
            <SourceLine id={row.id} source={row} />
            <p class="quiet">Cited for {counted(row.claims, 'claim')}.</p>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => change(openSources(narrow.value))}>
        <Icon name="sources" /> {counted(rows.length, 'source')}, and what rests on each
      </button>
    </section>
  )
}
