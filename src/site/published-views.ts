import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { placed, viewValue } from '../model/view-keys.ts'

/** The views that a site offers: those that name nothing which the published part lacks. */
export function publishedViews(
  graph: KnowledgeGraph,
  views: readonly NamedView[],
): readonly NamedView[] {
  return views.filter(({ address }) =>
    [...new URLSearchParams(address.replaceAll('+', '%2B'))].every(([key, value]) => {
      const kind = viewValue(key)
      if (kind === 'other') return true
      const ids = value.split(',').map(kind === 'place' ? placed : (id) => id)
      const sources = graph.getAttribute('sources')
      return ids.every((id) => (kind === 'source' ? Object.hasOwn(sources, id) : graph.hasNode(id)))
    }),
  )
}
