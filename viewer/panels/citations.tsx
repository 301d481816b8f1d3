import type { CitationAttributes, SourceAttributes } from '../../src/graph/knowledge-graph.ts'
import { ChangeLink } from '../parts/entity-link.tsx'
import { NameList } from '../parts/name-list.tsx'
import { WebLink } from '../parts/web-link.tsx'
import { showSource } from '../state/source-changes.ts'
import { useViewer } from '../viewer.ts'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { reliabilityInWords } from '../words/trust.ts'

interface CitationsProps {
  readonly citations: readonly CitationAttributes[]
}

/** The sources of a claim, each once with all the places that are cited in it. */
export function Citations({ citations }: CitationsProps) {
  const sources = useViewer().graph.value?.getAttribute('sources') ?? {}
  if (citations.length === 0) return <p class="warning-text">{texts.noCitation}</p>
  const bySource = new Map<string, CitationAttributes[]>()
  for (const citation of citations) {
    bySource.set(citation.source, [...(bySource.get(citation.source) ?? []), citation])
  }
  return (
    <ul class="citations" aria-label={texts.sourcesTitle}>
      {[...bySource].map(([id, cited]) => (
        <li class="citation" key={id}>
          <SourceLine id={id} source={Object.hasOwn(sources, id) ? sources[id] : undefined} />
          <Places cited={cited} />
          {cited.map(({ at, quote }) =>
            quote === undefined ? null : (
              <blockquote key={`${at} ${quote}`}>
                <bdi>{texts.quoted(quote)}</bdi>
                {cited.length > 1 && at !== undefined && (
                  <footer class="quiet">{capital(texts.placeInSource(at))}</footer>
                )}
              </blockquote>
            ),
          )}
        </li>
      ))}
    </ul>
  )
}

function Places({ cited }: { readonly cited: readonly CitationAttributes[] }) {
  const places = cited.flatMap(({ at }) => (at === undefined ? [] : [at]))
  return (
    <p class="place">
      {places.length === 0 ? texts.wholeSource : capital(texts.placesInSource(places))}
    </p>
  )
}

interface SourceLineProps {
  readonly id: string
  readonly source: SourceAttributes | undefined
}

/** A source with the way to all that rests on it. */
export function SourceLine({ id, source }: SourceLineProps) {
  const { narrow } = useViewer()
  if (source === undefined) return <p class="source-title code">{id}</p>
  return (
    <>
      <p class="source-title">
        <ChangeLink class="title-link" change={showSource(id, narrow.value)}>
          <bdi>{source.title}</bdi>
        </ChangeLink>
      </p>
      <SourceFacts source={source} />
    </>
  )
}

/** What it is, how far it can be trusted, and the ways to it. */
export function SourceFacts({ source }: { readonly source: SourceAttributes }) {
  const { url, archive } = source
  return (
    <>
      <p class="quiet">
        <SourceNature source={source} />
      </p>
      {(url !== undefined || archive !== undefined) && (
        <p class="ways-out">
          {url !== undefined && <WebLink url={url} />}
          {archive !== undefined && <WebLink url={archive}>{texts.archivedCopy}</WebLink>}
        </p>
      )}
    </>
  )
}

export function SourceNature({ source }: { readonly source: SourceAttributes }) {
  const { publisher, author, kind, published, reliability } = source
  const origin = [publisher, author].filter((part) => part !== undefined)
  const nature = [
    ...(kind === undefined ? [] : [capital(kind)]),
    ...(published === undefined ? [] : [texts.published(texts.when(published))]),
  ]
  return (
    <>
      {origin.length > 0 && (
        <>
          <NameList names={origin} />
          {'. '}
        </>
      )}
      {nature.length > 0 && `${capital(nature.join(', '))}. `}
      {reliability !== undefined && texts.reliability(reliabilityInWords(reliability))}
    </>
  )
}
