import MiniSearch from 'minisearch'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { foldSound } from '../text/fold.ts'

export interface Found {
  readonly id: string
  readonly label: string
  readonly type: string
  /** Relevance, higher is better; comparable within one answer only. */
  readonly score: number
}

/** Answers a text with at most `limit` entities, best first. */
export type Search = (text: string, limit?: number) => Found[]

/** An index over names, aliases, ids and summaries that folds case, diacritics and transliterations. */
export function entitySearch(graph: KnowledgeGraph): Search {
  const index = new MiniSearch<{ id: string }>({
    fields: ['label', 'aliases', 'key', 'summary'],
    tokenize: (text) => foldSound(text).split(/[^\p{L}\p{N}]+/u),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: { label: 4, aliases: 3, key: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  index.addAll(
    graph.mapNodes((id, { label, aliases, summary }) => ({
      id,
      key: id,
      label,
      aliases: aliases.join(' '),
      summary: summary ?? '',
    })),
  )
  return (text, limit = 20) =>
    index
      .search(text)
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
      .slice(0, limit)
      .map(({ id, score }) => {
        const { label, type } = graph.getNodeAttributes(id)
        return { id, label, type, score }
      })
}
