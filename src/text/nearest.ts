import { distance } from 'fastest-levenshtein'
import { compareText } from './compare-text.ts'
import { foldCase } from './fold.ts'

/** The candidate that a person most likely meant, or nothing where none is near enough to suggest. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = foldCase(word)
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let least = limit + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue
    const edits = distance(wanted, foldCase(candidate))
    if (
      edits > least ||
      (edits === least && best !== undefined && compareText(candidate, best) > 0)
    )
      continue
    if (edits <= limit) [best, least] = [candidate, edits]
  }
  return best
}
