import type {
  CitationAttributes,
  Evidence,
  KnowledgeGraph,
} from '../../src/graph/knowledge-graph.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

interface ClaimSourcesProps {
  readonly claim: Pick<Evidence, 'citations' | 'saidBy'>
}

/** Whom the sources of a claim quote, and where it stands in them. */
export function ClaimSources({ claim: { citations, saidBy } }: ClaimSourcesProps) {
  const graph = useViewer().graph.value
  if (graph === null) return null
  const speakers = saidBy.map((id) =>
    graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id,
  )
  return (
    <p class="quiet">
      {speakers.length > 0 && texts.quotedIn(speakers.map((name) => <bdi key={name}>{name}</bdi>))}
      {citedPlaces(graph, citations).map(({ id, title, places }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <bdi>{texts.quoted(title)}</bdi>
          {places.length > 0 && `, ${texts.placesInSource(places)}`}
        </span>
      ))}
    </p>
  )
}

/** Each source once, by its title, with the places in it. */
function citedPlaces(graph: KnowledgeGraph, citations: readonly CitationAttributes[]) {
  const sources = graph.getAttribute('sources')
  return [...new Set(citations.map(({ source }) => source))].map((id) => {
    const title = Object.hasOwn(sources, id) ? (sources[id]?.title ?? id) : id
    const places = citations.flatMap(({ source, at }) =>
      source === id && at !== undefined ? [at] : [],
    )
    return { id, title, places }
  })
}
