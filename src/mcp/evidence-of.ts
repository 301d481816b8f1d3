import { dateDoubt } from '../graph/evidence-in-words.ts'
import type { GraphAttributes, KnowledgeGraph, SourceAttributes } from '../graph/knowledge-graph.ts'
import { sourceInWords } from '../graph/source-in-words.ts'
import { compareText } from '../text/compare-text.ts'

/** What an answer rests on: the ids of the sources that its claims cite, in order, and the keys of its relations. */
export interface Grounds {
  readonly sources: readonly string[]
  readonly edges: readonly string[]
}

/** Of an answer. A base may call a type or an attribute `citations`, too. */
interface Part {
  readonly citations?: unknown
  readonly edge?: unknown
}

export function groundsOf(answer: unknown): Grounds {
  const sources = new Set<string>()
  const edges = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const { citations, edge } = value as Part
    for (const source of sourcesOf(citations)) sources.add(source)
    if (typeof edge === 'string') edges.add(edge)
    Object.values(value).forEach(visit)
  }
  visit(answer)
  return { sources: [...sources].sort(compareText), edges: [...edges] }
}

function sourcesOf(citations: unknown): string[] {
  if (!Array.isArray(citations)) return []
  return citations.flatMap(({ source }) => (typeof source === 'string' ? [source] : []))
}

/** Of relations that have the date of an event, where the curator concluded that date: sentences that say so. */
export function dateDoubtsOf(
  graph: KnowledgeGraph,
  edges: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    edges.flatMap((edge) => {
      // A tie that a projection made is in no graph but that.
      const doubt = graph.hasEdge(edge) ? dateDoubt(graph, edge) : undefined
      return doubt === undefined ? [] : [[edge, doubt]]
    }),
  )
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
    const words = `${id}: ${sourceInWords(graph, id)}${url === undefined ? '' : ` ${url}`}`
    return `  ${words.replace(/\s+/g, ' ')}`
  })
  return ['Sources', ...lines].join('\n')
}
