import { distance } from 'fastest-levenshtein'
import type { SoughtWord } from '../../queries/search-entities.ts'
import type { Engine } from '../engine.ts'
import { type GremlinNames, property } from './gremlin-names.ts'
import type { GremlinSession } from './gremlin-session.ts'
import type { Vocabulary } from './gremlin-vocabulary.ts'

/**
 * Finds by words. A common word has more entities than are wanted: those that bear several such words are asked for
 * together, and of the rest any will do.
 */
export function gremlinSearch(
  session: GremlinSession,
  names: GremlinNames,
  vocabulary: Vocabulary,
): Engine['search'] {
  const { g, ask, terms } = session
  const bearing = (words: readonly (readonly string[])[], limit: number, signal?: AbortSignal) => {
    const within = (some: readonly string[]) => terms.P.within(...some.map(names.word))
    const found = words.reduce((all, some) => all.has(property.word, within(some)), g.V())
    return ask<string>(found.dedup().limit(limit).values(property.key), signal)
  }
  return async (sought, limit, signal) => {
    signal?.throwIfAborted()
    const readings: string[][] = []
    for (const word of sought) {
      const some = isPlain(word) ? [word.text] : meant(word, await vocabulary.words(signal))
      if (some.length > 0) readings.push(some)
    }
    const found = await Promise.all(readings.map((some) => bearing([some], limit, signal)))
    const common = readings.filter((_, at) => found[at]?.length === limit)
    if (common.length > 1) found.push(await bearing(common, limit, signal))
    return mostOften(found).slice(0, limit)
  }
}

function isPlain({ prefix, edits }: SoughtWord): boolean {
  return !prefix && edits === 0
}

/** More than a person can mean. */
const mostReadings = 200

/** The words that one of a search may mean, the nearest first. */
function meant({ text, prefix, edits }: SoughtWord, words: ReadonlySet<string>): string[] {
  const near: { word: string; far: number }[] = []
  for (const word of words) {
    if (prefix && word.startsWith(text)) near.push({ word, far: word.length - text.length })
    else if (Math.abs(word.length - text.length) <= edits) {
      const far = distance(word, text)
      if (far <= edits) near.push({ word, far })
    }
  }
  return near
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, mostReadings)
    .map(({ word }) => word)
}

/** Every id once, those first that come in most of the lists. */
function mostOften(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}
