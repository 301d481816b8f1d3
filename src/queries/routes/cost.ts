import { doubtLevels } from '../path-index.ts'

/** What a path is to have least of: hops, or doubt. */
export const weights = ['hops', 'confidence'] as const
export type Weight = (typeof weights)[number]

/** The longest path that can be asked for. The arithmetic below counts on it. */
export const mostHops = 12
const base = mostHops + 1

/**
 * How far below certainty a claim is, in half decibels, by level of doubt: stated by a source and then concluded by the
 * curator, for each of confirmed, no word, probable, possible, doubtful and improbable. Half a decibel is a factor of
 * 0.89: so a confirmed claim counts as likely by 0.89, then 0.71, 0.56, 0.35, 0.20, 0.06, and a conclusion 0.89 of that.
 */
const halfDecibels: readonly number[] = [1, 2, 3, 4, 5, 6, 9, 10, 14, 15, 24, 25]

/**
 * The cost of an edge by its level of doubt. Costs add up along a path, and their sums are in the order of design 7:
 * fewer hops (or less doubt, then fewer hops), then how many hops are of the worst level, of the next, and so on. Each
 * of these is a digit to the base of 13, one more than there can be hops; all of them fit into the whole numbers that a
 * double holds exactly, so that no rounding decides between two paths.
 */
export function costsBy(weight: Weight): Float64Array {
  return costs[weight]
}

function makeCosts(weight: Weight): Float64Array {
  const hop = base ** (doubtLevels - 1)
  return Float64Array.from(halfDecibels, (doubt, level) => {
    // How many hops are of the lowest level follows from the others and needs no digit.
    const worst = level === 0 ? 0 : base ** (level - 1)
    return (weight === 'confidence' ? doubt * hop * base : 0) + hop + worst
  })
}

/** The doubts of a path together, in decibels, out of what it costs by confidence. */
export function decibelsOf(cost: number): number {
  return Math.floor(cost / base ** doubtLevels) / 2
}

/** The least cost with more decibels of doubt than this one. */
export function decibelLimit(cost: number): number {
  const unit = base ** doubtLevels
  return (Math.floor(cost / unit) + 1) * unit
}

/** What is more than this has more hops than can be asked for, and the sums are exact only up to here. */
export const mostCost = Number.MAX_SAFE_INTEGER

const costs = { hops: makeCosts('hops'), confidence: makeCosts('confidence') }
