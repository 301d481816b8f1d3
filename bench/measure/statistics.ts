/** The middle of what was measured, and its ends. */
export interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) return undefined
  const upper = sorted[Math.floor(sorted.length / 2)] ?? highest
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? lowest
  return { median: (lower + upper) / 2, lowest, highest }
}
