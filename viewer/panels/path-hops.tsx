import { dateDoubt } from '../../src/graph/evidence-in-words.ts'
import type { CitationAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { dated } from '../../src/graph/sentence.ts'
import type { Hop, Path } from '../../src/queries/find-paths.ts'
import { weakestOf } from '../../src/queries/weakest-hop.ts'
import { placesInSource } from '../../src/text/place-in-source.ts'
import { ChangeLink } from '../parts/entity-link.tsx'
import { select } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { listed } from '../words/text.ts'
import { timeMarks } from '../words/time.ts'

/** The hops of a path as numbered sentences, each with who says so and where. */
export function PathHops({ path }: { readonly path: Path }) {
  const { hops } = path
  const weakest = weakestOf(path)
  return (
    <>
      <ol class="hops">
        {hops.map((hop) => {
          const isWeakest = hop === weakest
          return (
            <li key={hop.edge} class={isWeakest ? 'hop is-weakest' : 'hop'}>
              <HopText hop={hop} />
              {isWeakest && <p class="weakest">Weakest hop</p>}
            </li>
          )
        })}
      </ol>
      {hops.length > 1 && weakest === undefined && (
        <p class="quiet">No hop is weaker than the others.</p>
      )}
    </>
  )
}

function HopText({ hop }: { readonly hop: Hop }) {
  const { graph, visible } = useViewer()
  if (!graph.value?.hasEdge(hop.edge)) return null
  const marks = [
    ...claimMarks(graph.value.getEdgeAttributes(hop.edge)),
    ...timeMarks(visible.value, 'edges', hop.edge),
  ]
  const doubt = dateDoubt(graph.value, hop.edge)
  return (
    <>
      <ChangeLink
        class="relation-link hop-sentence"
        reveal={[hop.from, hop.to]}
        change={(view) => ({
          ...select({ kind: 'relation', id: hop.edge })(view),
          right: 'evidence',
        })}
      >
        <bdi>{dated(hop.sentence, hop.when)}.</bdi>
      </ChangeLink>
      {hop.inferred !== undefined && <p class="quiet">Inferred: {hop.inferred}</p>}
      {doubt !== undefined && <p class="quiet">{doubt}</p>}
      <HopSources hop={hop} />
      <p class="marks">{marks.join(' · ')}</p>
    </>
  )
}

interface HopSourcesProps {
  readonly hop: Pick<Hop, 'citations' | 'saidBy'>
}

/** Whom the sources of a claim quote, and where it stands in them. */
export function HopSources({ hop: { citations, saidBy } }: HopSourcesProps) {
  const graph = useViewer().graph.value
  if (graph === null) return null
  const speakers = saidBy.map((id) =>
    graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id,
  )
  return (
    <p class="quiet">
      {speakers.length > 0 && <bdi>{listed(speakers)}, quoted in </bdi>}
      {citedPlaces(graph, citations).map((cited, index) => (
        <span key={cited}>
          {index > 0 && '; '}
          <bdi>{cited}</bdi>
        </span>
      ))}
    </p>
  )
}

/** Each source once, by its title, with the places in it. */
function citedPlaces(graph: KnowledgeGraph, citations: readonly CitationAttributes[]): string[] {
  const sources = graph.getAttribute('sources')
  return [...new Set(citations.map(({ source }) => source))].map((id) => {
    const title = Object.hasOwn(sources, id) ? (sources[id]?.title ?? id) : id
    const places = citations.flatMap(({ source, at }) =>
      source === id && at !== undefined ? [at] : [],
    )
    return [`“${title}”`, ...(places.length > 0 ? [placesInSource(places)] : [])].join(', ')
  })
}
