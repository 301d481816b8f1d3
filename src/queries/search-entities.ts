import MiniSearch, { type Query, type SearchOptions } from 'minisearch'
import type { KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { keptIndex } from './kept-index.ts'
import { apart, joined, looseWords, runTogether, skeletonOf } from './search-words.ts'

export interface Found {
  readonly id: string
  readonly label: string
  readonly type: string
  /** Relevance, higher is better; comparable within one answer only. */
  readonly score: number
}

/** Answers a text with at most `limit` entities, best first. */
export type Search = (text: string, limit?: number) => Found[]

/** How much more an entity counts that bears the very name, and one that bears a name of as many words. */
const wholeName = 4
const asLong = 1.5

/** Names before aliases before ids before what is only said, or is only spelt alike. */
const boost = { label: 4, aliases: 3, key: 2 }

/** Made once for a graph, and again when it has another number of nodes. */
export function entitySearch(graph: KnowledgeGraph): Search {
  return searchOf(graph).search
}

const searchOf = keptIndex(
  (graph) => ({ order: graph.order, search: makeSearch(graph) }),
  ({ order }, graph) => order === graph.order,
)

function makeSearch(graph: KnowledgeGraph): Search {
  const { put, search } = growingSearch()
  graph.forEachNode(put)
  return search
}

/** A search to which entities can be added, changed and taken away. */
export interface GrowingSearch {
  /** Without a node there is no such entity any longer. */
  readonly put: (id: string, node: NodeAttributes | undefined) => void
  readonly search: Search
}

interface Known extends Pick<Found, 'label' | 'type'> {
  readonly names: ReadonlySet<string | number>
}

/** An index over names, aliases, ids and summaries that folds case, diacritics and transliterations. */
export function growingSearch(): GrowingSearch {
  const index = new MiniSearch<{ id: string }>({
    fields: ['label', 'aliases', 'key', 'loose', 'summary'],
    tokenize: (text, field) =>
      field === 'loose' ? text.split('\n').flatMap(looseWords) : [...joined(text), ...apart(text)],
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term], combineWith: 'AND' },
  })
  const known = new Map<string, Known>()
  const put = (id: string, node: NodeAttributes | undefined) => {
    if (known.delete(id)) index.discard(id)
    if (node === undefined) return
    index.add(wordsOf(id, node))
    known.set(id, { label: node.label, type: node.type, names: namesOf(id, node) })
  }
  const search = (text: string, limit = 20) => {
    const asked = joined(text)
    const boostDocument = (id: string) => {
      const names = known.get(id)?.names
      if (names?.has(asked.join(' '))) return wholeName
      return names?.has(asked.length) ? asLong : 1
    }
    const close = index.search(queryFor(text, near), { boostDocument })
    // Two slips in a word are forgiven only where one gives nothing: they make other words of many.
    const found = close.length > 0 ? close : index.search(queryFor(text, far), { boostDocument })
    return found
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
      .slice(0, limit)
      .map(({ id, score }) => {
        const { label = id, type = '' } = known.get(id) ?? {}
        return { id, label, type, score }
      })
  }
  return { put, search }
}

function wordsOf(id: string, { label, aliases, summary }: NodeAttributes) {
  return {
    id,
    key: id,
    label,
    aliases: aliases.join(' '),
    loose: [id, label, ...aliases].join('\n'),
    summary: summary ?? '',
  }
}

/** The names of an entity as they sound, and how many words they have. */
function namesOf(id: string, { label, aliases }: NodeAttributes): Set<string | number> {
  const names = [id, label, ...aliases].map(joined)
  return new Set(names.flatMap((words) => [words.join(' '), words.length]))
}

const near: SearchOptions = {
  boost,
  prefix: true,
  fuzzy: (term) => (term.length > 3 ? 0.2 : false),
}
const far: SearchOptions = { boost, prefix: true, fuzzy: (term) => (term.length > 4 ? 2 : false) }

/** All words of one of the readings, each as it sounds or by its consonants alone. */
function queryFor(text: string, options: SearchOptions): Query {
  return {
    combineWith: 'OR',
    queries: readings(text).map((words) => ({
      combineWith: 'AND',
      queries: words.map((word) => ({
        combineWith: 'OR',
        queries: [{ ...options, queries: [word] }, ...skeletonOf(word)],
      })),
    })),
  }
}

/**
 * An article may be part of a name, `al-Qaida`, or a word beside one, `an attack`; and what one writes together another
 * writes in words. Any reading will do.
 */
function readings(text: string): string[][] {
  const [one, other] = [joined(text), apart(text)]
  const together = one.length > 1 ? [[runTogether(one)]] : []
  return [one, one.length === other.length ? [] : other, ...together].filter(
    ({ length }) => length > 0,
  )
}
