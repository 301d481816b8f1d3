import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { Icon } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import { openSources } from '../state/source-changes.ts'
import { sourceRows } from '../state/source-rows.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { SourceLine } from './citations.tsx'

const PartOverview = lazy(async () => (await import('./part-overview.tsx')).PartOverview)
const GroupList = lazy(async () => (await import('./group-list.tsx')).GroupList)

/** What the base holds, and how to begin. */
export function Overview() {
  const { base, groups, graph: current } = useViewer()
  const graph = current.value
  if (graph === null) return null
  const { name, counts } = graph.getAttributes()
  return (
    <>
      <p class="kicker">{texts.knowledgeBase}</p>
      <h2 class="name" tabIndex={-1}>
        <bdi>{name}</bdi>
      </h2>
      <p>
        {texts.sizeOfBase(
          texts.entitiesAndRelations(counts.entities, counts.relations),
          counts.claims,
          counts.sources,
        )}
      </p>
      <p class="quiet">
        {texts.howToBegin}{' '}
        <span class="key-hint">{texts.howToPress(<kbd>/</kbd>, <kbd>?</kbd>)}</span>
      </p>
      {base.beyond.value ? <PartOverview /> : groups.value && <GroupList />}
      {!base.beyond.value && <Sources graph={graph} />}
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
    <section class="block" aria-label={texts.mostCited}>
      <h3>{texts.mostCited}</h3>
      <ul class="citations">
        {rows.slice(0, shownOfSources).map((row) => (
          <li class="citation" key={row.id}>
            <SourceLine id={row.id} source={row} />
            <p class="quiet">{texts.citedFor(row.claims)}</p>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => change(openSources(narrow.value))}>
        <Icon name="sources" /> {texts.whatRestsOnEach(rows.length)}
      </button>
    </section>
  )
}
