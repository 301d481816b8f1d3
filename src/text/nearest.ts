import { distance } from 'fastest-levenshtein'
import { compareText } from './compare-text.ts'
import { foldCase } from './fold.ts'

/** The candidate that a person most likely meant, or nothing where none is near enough to suggest. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestIn(candidates)(word)
}

/** The same for many words and the same candidates, of which there can be a hundred thousand. */
export function nearestIn(candidates: Iterable<string>): (word: string) => string | undefined {
  let known: Candidate[] | undefined
  return (word) => {
    known ??= Array.from(candidates, candidateOf)
    return nearestOf(candidateOf(word), known)
  }
}

interface Candidate {
  readonly text: string
  readonly folded: string
  /** A bit for each letter in it: an edit changes two of these at most. */
  readonly letters: number
}

function candidateOf(text: string): Candidate {
  const folded = foldCase(text)
  let letters = 0
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) & 31)
  return { text, folded, letters }
}

function nearestOf(wanted: Candidate, candidates: readonly Candidate[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.folded.length / 3))
  let best: string | undefined
  let least = limit
  for (const { text, folded, letters } of candidates) {
    if (Math.abs(folded.length - wanted.folded.length) > least) continue
    if (bitsIn(letters ^ wanted.letters) > 2 * least) continue
    const edits = distance(wanted.folded, folded)
    if (edits > least) continue
    if (edits === least && best !== undefined && compareText(text, best) > 0) continue
    best = text
    least = edits
  }
  return best
}

function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
