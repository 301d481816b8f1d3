import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch'
import type { KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { keptIndex } from './kept-index.ts'
import { partOf, type Seen, seenOf } from './partial-graph.ts'
import { apart, joined, looseWords, runTogether, skeletonOf } from './search-words.ts'

export interface Found {
  readonly id: string
  readonly label: string
  readonly type: string
  /** Relevance, higher is better; comparable within one answer only. */
  readonly score: number
  /** By what it was found, where that is not its label. */
  readonly by?: FoundBy
}

export interface FoundBy {
  readonly field: 'alias' | 'id' | 'summary'
  readonly text: string
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

/** The same among what is there of a graph. */
export function searchSeen(graph: KnowledgeGraph): Search {
  return partOf(graph) === undefined ? entitySearch(graph) : makeSearch(seenOf(graph))
}

const searchOf = keptIndex(
  (graph) => ({ order: graph.order, search: makeSearch(graph) }),
  ({ order }, graph) => order === graph.order,
)

function makeSearch(graph: Seen): Search {
  const { put, search } = growingSearch()
  for (const [id, node] of graph.mapNodes((id, node) => [id, node] as const)) put(id, node)
  return search
}

/** What an entity is found by, and what is told of it then. */
export type Searched = Pick<NodeAttributes, 'label' | 'type' | 'aliases' | 'summary'>

/** A search to which entities can be added, changed and taken away. */
export interface GrowingSearch {
  /** Without a node there is no such entity any longer. */
  readonly put: (id: string, node: Searched | undefined) => void
  readonly search: Search
}

/** An index over names, aliases, ids and summaries that folds case, diacritics and transliterations. */
export function growingSearch(): GrowingSearch {
  const index = new MiniSearch<{ id: string }>(indexOptions)
  const known = new Map<string, Known>()
  const put = (id: string, node: Searched | undefined) => {
    if (known.delete(id)) index.discard(id)
    if (node === undefined) return
    index.add({ id, ...searchedFields(id, node) })
    known.set(id, knownOf(id, node))
  }
  const rank = rankingIn(index, known)
  const search: Search = (text, limit) => {
    const close = rank(text, 'near', limit)
    // Two slips in a word are forgiven only where one gives nothing: they make other words of many.
    return close.length > 0 ? close : rank(text, 'far', limit)
  }
  return { put, search }
}

/** How many slips are forgiven. */
export type Closeness = 'near' | 'far'

type Ranking = (text: string, closeness: Closeness, limit?: number) => Found[]

/** What the ranking has to know of a base of which it sees only those that may be meant. */
export interface SearchTotals {
  readonly documents: number
  /** Mean number of different words, by field. */
  readonly lengths: readonly number[]
}

/** Ranks entities as they would stand among all. */
export function rankingOf(
  nodes: ReadonlyMap<string, NodeAttributes>,
  totals: SearchTotals,
): Ranking {
  const known = new Map([...nodes].map(([id, node]) => [id, knownOf(id, node)]))
  return rankingIn(indexOf(nodes, totals), known)
}

interface Known {
  readonly node: Searched
  readonly names: ReadonlySet<string | number>
}

function knownOf(id: string, node: Searched): Known {
  return { node, names: namesOf(id, node) }
}

function rankingIn(index: MiniSearch<{ id: string }>, known: ReadonlyMap<string, Known>): Ranking {
  return (text, closeness, limit = 20) => {
    const asked = joined(text)
    const boostDocument = (id: string) => {
      const names = known.get(id)?.names
      if (names?.has(asked.join(' '))) return wholeName
      return names?.has(asked.length) ? asLong : 1
    }
    return index
      .search(queryFor(text, options[closeness]), { boostDocument })
      .map(({ id, score, match }) => ({ id, score: rounded(score), match }))
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
      .slice(0, limit)
      .flatMap(({ id, score, match }) => {
        const node = known.get(id)?.node
        if (node === undefined) return []
        const by = foundBy(id, node, new Set(Object.keys(match)))
        return [{ id, label: node.label, type: node.type, score, ...(by && { by }) }]
      })
  }
}

/** What holds more of the words that were met than the label does. */
function foundBy(
  id: string,
  { label, aliases, summary = '' }: Searched,
  met: ReadonlySet<string>,
): FoundBy | undefined {
  const metIn = (tokens: readonly string[]) => new Set(tokens.filter((word) => met.has(word))).size
  const metInName = (name: string) => metIn([...tokensOf(name), ...tokensOf(name, 'loose')])
  const others: readonly FoundBy[] = [
    ...aliases.map((text) => ({ field: 'alias', text }) as const),
    { field: 'id', text: id },
  ]
  let [best, most]: [FoundBy | undefined, number] = [undefined, metInName(label)]
  for (const other of others) {
    const count = metInName(other.text)
    if (count > most) [best, most] = [other, count]
  }
  return metIn(tokensOf(summary)) > most ? { field: 'summary', text: summary } : best
}

/** Beyond what the order of the sums can change: it follows the order in which words were first met. */
function rounded(score: number): number {
  return Number(score.toPrecision(9))
}

function indexOf(nodes: ReadonlyMap<string, NodeAttributes>, totals: SearchTotals) {
  const index = new MiniSearch<{ id: string }>(indexOptions)
  index.addAll([...nodes].map(([id, node]) => ({ id, ...searchedFields(id, node) })))
  const { documents, lengths } = totals
  const among = { documentCount: documents, averageFieldLength: [...lengths] }
  return MiniSearch.loadJS<{ id: string }>({ ...index.toJSON(), ...among }, indexOptions)
}

/** Counts on what `SearchTotals` are, entity by entity in the order of the graph. */
export function searchTotals(): {
  readonly add: (id: string, node: NodeAttributes) => void
  readonly totals: () => SearchTotals
} {
  let documents = 0
  const lengths = fields.map(() => 0)
  return {
    add: (id, node) => {
      for (const [field, words] of searchedWords(id, node).entries()) {
        // The same sums in the same order as in the index, so that not even their rounding differs.
        lengths[field] = ((lengths[field] as number) * documents + words.size) / (documents + 1)
      }
      documents++
    },
    totals: () => ({ documents, lengths: [...lengths] }),
  }
}

const fields = ['label', 'aliases', 'key', 'loose', 'summary'] as const
type SearchedField = (typeof fields)[number]

const indexOptions: Options<{ id: string }> = {
  fields: [...fields],
  tokenize: (text, field) => tokensOf(text, field),
  processTerm: (term) => term,
  searchOptions: { tokenize: (term) => [term], combineWith: 'AND' },
}

function tokensOf(text: string, field?: string): string[] {
  if (field === 'loose') return text.split('\n').flatMap(looseWords)
  return [...joined(text), ...apart(text)]
}

function searchedFields(
  id: string,
  { label, aliases, summary = '' }: Searched,
): Record<SearchedField, string> {
  const loose = [id, label, ...aliases].join('\n')
  return { key: id, label, aliases: aliases.join(' '), loose, summary }
}

/** The different words of each field by which an entity is found. */
export function searchedWords(id: string, node: NodeAttributes): ReadonlySet<string>[] {
  const texts = searchedFields(id, node)
  return fields.map((field) => new Set(tokensOf(texts[field], field)))
}

/** The names of an entity as they sound, and how many words they have. */
function namesOf(id: string, { label, aliases }: Searched): Set<string | number> {
  const names = [id, label, ...aliases].map(joined)
  return new Set(names.flatMap((words) => [words.join(' '), words.length]))
}

const options: Readonly<Record<Closeness, SearchOptions>> = {
  near: { boost, prefix: true, fuzzy: ({ length }) => slipsNear(length) || false },
  far: { boost, prefix: true, fuzzy: ({ length }) => slipsFar(length) || false },
}

/** No server looks up words that are farther, and words that are written together are long. */
const mostSlips = 2

/** One for every five letters. */
function slipsNear(length: number): number {
  return length > 3 ? Math.min(mostSlips, Math.round(0.2 * length)) : 0
}

function slipsFar(length: number): number {
  return length > 4 ? mostSlips : 0
}

/** A word of a search, folded. It finds itself, what begins with it, and what differs by a few slips. */
export interface SoughtWord {
  readonly text: string
  readonly prefix: boolean
  /** How many characters may be missing, too many or others: at most 2. */
  readonly edits: number
}

/** One of these is a word of everything that a search finds. */
export function soughtWords(text: string, closeness: Closeness): SoughtWord[] {
  const slips = { near: slipsNear, far: slipsFar }[closeness]
  const sought = new Map<string, SoughtWord>()
  for (const word of readings(text).flat()) {
    sought.set(word, { text: word, prefix: true, edits: slips(word.length) })
    for (const skeleton of skeletonOf(word)) {
      sought.set(skeleton, { text: skeleton, prefix: false, edits: 0 })
    }
  }
  return [...sought.values()]
}

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
