import { nearestIn, type Suggestion } from '../text/nearest.ts'

/** How many pairs of a word and a candidate are looked at: past this, mistakes are told without a suggestion. */
const mostLooks = 4_000_000

/**
 * What a person meant by each of these words, among many candidates. Whether there are suggestions at all depends on
 * the number of words and candidates and never on their order.
 */
export function suggestAmong(
  words: Iterable<string>,
  candidates: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Suggestion> {
  const distinct = new Set(words)
  const meant = new Map<string, Suggestion>()
  if (distinct.size === 0 || distinct.size * candidates.size > mostLooks) return meant
  const find = nearestIn(candidates.keys())
  for (const word of distinct) {
    const found = find(word)
    if (found !== undefined) meant.set(word, found)
  }
  return meant
}
