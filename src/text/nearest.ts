import { distance } from 'fastest-levenshtein'
import { compareText } from './compare-text.ts'
import { foldCase } from './fold.ts'

/** The candidate that a person most likely meant by a word. */
export interface Suggestion {
  readonly text: string
  /** No other candidate is near, and it does not differ in a digit: `raid-13` may be a raid that is not there yet. */
  readonly isOnly: boolean
}

/** Nothing where no candidate is near enough to suggest. */
export function suggestion(word: string, candidates: Iterable<string>): Suggestion | undefined {
  return nearestIn(candidates)(word)
}

/** The same, for who only asks which one it is. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return suggestion(word, candidates)?.text
}

/** The same for many words and the same candidates, of which there can be a hundred thousand. */
export function nearestIn(candidates: Iterable<string>): (word: string) => Suggestion | undefined {
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

function nearestOf(wanted: Candidate, candidates: readonly Candidate[]): Suggestion | undefined {
  const limit = Math.max(1, Math.floor(wanted.folded.length / 3))
  let best: string | undefined
  let least = limit + 1
  let near = 0
  for (const candidate of candidates) {
    const edits = slips(wanted, candidate, limit)
    if (edits > limit) continue
    near++
    const { text } = candidate
    const isBetter = edits === least ? compareText(text, best ?? text) <= 0 : edits < least
    if (isBetter) [best, least] = [text, edits]
  }
  if (best === undefined) return undefined
  return { text: best, isOnly: near === 1 && digitsOf(best) === digitsOf(wanted.text) }
}

/** How many slips lie between two words; infinitely many where a glance tells that they are more than the limit. */
function slips(a: Candidate, b: Candidate, limit: number): number {
  if (isPlural(a.folded, b.folded)) return 1
  return mayBeNear(a, b, limit) ? editsBetween(a.folded, b.folded) : Number.POSITIVE_INFINITY
}

function isPlural(a: string, b: string): boolean {
  return b === `${a}es` || a === `${b}es`
}

/** Two neighbours that have changed places are one slip and not two. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b)
  if (edits !== 2 || a.length !== b.length) return edits
  let at = 0
  while (a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : 2
}

function mayBeNear(a: Candidate, b: Candidate, limit: number): boolean {
  const isAsLong = Math.abs(a.folded.length - b.folded.length) <= limit
  return isAsLong && bitsIn(a.letters ^ b.letters) <= 2 * limit
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}+/gu, ' ').trim()
}

function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
