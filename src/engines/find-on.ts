import { type Closeness, type Found, rankingOf, soughtWords } from '../queries/search-entities.ts'
import type { BaseFacts, Engine } from './engine.ts'
import { soughtWord } from './records.ts'

export interface FoundOn {
  readonly found: readonly Found[]
  /** More entities bear such words than were ranked, so that a better one may be missing. */
  readonly truncated: boolean
}

/**
 * Entities by name, alias, id or summary: the engine knows who bears the words, and those are ranked as they would stand
 * among all. So the answer is that of the base in memory, as long as no more than `mostRanked` bear one of the words.
 */
export async function findOn(
  engine: Engine,
  facts: BaseFacts,
  text: string,
  limit: number,
  signal?: AbortSignal,
): Promise<FoundOn> {
  const close = await ranked('near')
  return close.found.length > 0 ? close : ranked('far')

  async function ranked(closeness: Closeness): Promise<FoundOn> {
    const words = soughtWords(text, closeness).map(soughtWord)
    const ids = await engine.search(words, mostRanked + 1, signal)
    const nodes = await engine.nodes(ids.slice(0, mostRanked), signal)
    const byId = new Map(nodes.map(({ id, attributes }) => [id, attributes]))
    const found = rankingOf(byId, facts.search)(text, closeness, limit)
    return { found, truncated: ids.length > mostRanked }
  }
}

const mostRanked = 2000
