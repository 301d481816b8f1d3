import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { placed, type ViewValue, viewValue } from '../model/view-keys.ts'

/**
 * The views that a site offers. Of a part these are those that name nothing which it lacks; one that looks for words may,
 * so it is left out.
 */
export function publishedViews(
  graph: KnowledgeGraph,
  views: readonly NamedView[],
  isPart: boolean,
): readonly NamedView[] {
  const isThere: Readonly<Record<ViewValue, (value: string) => boolean>> = {
    entity: (id) => graph.hasNode(id),
    relation: (key) => graph.hasEdge(key),
    source: (id) => Object.hasOwn(graph.getAttribute('sources'), id),
    place: (place) => graph.hasNode(placed(place)),
    words: () => !isPart,
    'entity-type': () => true,
    'relation-type': () => true,
    count: () => true,
    other: () => true,
  }
  return views.filter(({ address }) =>
    [...new URLSearchParams(address.replaceAll('+', '%2B'))].every(([key, value]) => {
      const kind = viewValue(key)
      return kind === 'words' ? isThere.words(value) : value.split(',').every(isThere[kind])
    }),
  )
}
