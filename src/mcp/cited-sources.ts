import type {
  CitationAttributes,
  GraphAttributes,
  KnowledgeGraph,
  SourceAttributes,
} from '../graph/knowledge-graph.ts'
import { sourceInWords } from '../graph/source-in-words.ts'
import { compareText } from '../text/compare-text.ts'

/** The ids of all sources that the claims of an answer cite, in order. */
export function citedIn(answer: unknown): string[] {
  const cited = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const { citations } = value as { readonly citations?: readonly CitationAttributes[] }
    for (const { source } of citations ?? []) cited.add(source)
    Object.values(value).forEach(visit)
  }
  visit(answer)
  return [...cited].sort(compareText)
}

/** What is known of these sources. One that a claim cites and nobody has declared is left out. */
export function sourcesNamed(
  sources: GraphAttributes['sources'],
  ids: readonly string[],
): Record<string, SourceAttributes> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const source = Object.hasOwn(sources, id) ? sources[id] : undefined
      return source === undefined ? [] : [[id, source]]
    }),
  )
}

/** A line for each, with its address where it has one. */
export function sourcesInWords(graph: KnowledgeGraph, ids: readonly string[]): string {
  const sources = graph.getAttribute('sources')
  const lines = ids.map((id) => {
    const url = Object.hasOwn(sources, id) ? sources[id]?.url : undefined
    const words = sourceInWords(graph, id).replace(/\s+/g, ' ')
    return `  ${id}: ${words}${url === undefined ? '' : ` ${url}`}`
  })
  return ['Sources', ...lines].join('\n')
}
