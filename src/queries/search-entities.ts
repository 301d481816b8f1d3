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

/** How much more an entity counts that bears the very name. */
const wholeName = 4

/** An index over names, aliases, ids and summaries that folds case, diacritics and transliterations. */
export function entitySearch(graph: KnowledgeGraph): Search {
  const index = new MiniSearch<{ id: string }>({
    fields: ['label', 'aliases', 'key', 'summary'],
    tokenize: (text) => [...joined(text), ...apart(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
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
  const names = new Map(
    graph.mapNodes((id, { label, aliases }) => {
      return [id, new Set([id, label, ...aliases].map((name) => joined(name).join(' ')))]
    }),
  )
  return (text, limit = 20) =>
    index
      .search(
        {
          combineWith: 'OR',
          queries: readings(text).map((queries) => ({ combineWith: 'AND', queries })),
        },
        { boostDocument: (id) => (names.get(id)?.has(joined(text).join(' ')) ? wholeName : 1) },
      )
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
      .slice(0, limit)
      .map(({ id, score }) => {
        const { label, type } = graph.getNodeAttributes(id)
        return { id, label, type, score }
      })
}

/** An article may be part of a name, `al-Qaida`, or a word beside one, `an attack`: either reading will do. */
function readings(text: string): string[][] {
  const [one, other] = [joined(text), apart(text)]
  return [one, one.length === other.length ? [] : other].filter(({ length }) => length > 0)
}

function joined(text: string): string[] {
  return words(foldSound(text))
}

function apart(text: string): string[] {
  return text.split(/[-\s]+/).flatMap((word) => words(foldSound(word)))
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
