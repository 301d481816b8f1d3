import type { Result } from '../measure/rounds.ts'
import type { Taken } from '../measure/run.ts'
import { type Spread, spreadOf } from '../measure/statistics.ts'

/** What a tool takes of one thing for a number of entities. */
export interface Quantity {
  readonly tool: string
  readonly entities: number
  readonly of: keyof Taken
}

/** A limit for a quantity, in seconds or bytes; or for the ratio of it and another one. */
export interface Goal {
  readonly what: string
  readonly quantity: Quantity
  readonly against?: Quantity
  readonly limit: { readonly atMost: number } | { readonly atLeast: number }
}

export interface Judged extends Goal {
  /** Missing where this run did not measure it. */
  readonly measured?: Spread
  readonly isMet?: boolean
}

export function judge(goal: Goal, results: readonly Result[]): Judged {
  const { quantity, against, limit } = goal
  const measured = against ? ratio(quantity, against, results) : takenOf(quantity, results)
  if (measured === undefined) return goal
  const isMet =
    'atMost' in limit ? measured.median <= limit.atMost : measured.median >= limit.atLeast
  return { ...goal, measured, isMet }
}

export function takenOf(quantity: Quantity, results: readonly Result[]): Spread | undefined {
  return spreadOf(runsOf(quantity, results))
}

/** Taken round by round: in one round, both met the same machine. */
export function ratio(
  quantity: Quantity,
  against: Quantity,
  results: readonly Result[],
): Spread | undefined {
  const others = runsOf(against, results)
  const own = runsOf(quantity, results).slice(0, others.length)
  return spreadOf(own.map((value, round) => value / (others[round] ?? Number.NaN)))
}

function runsOf({ tool, entities, of }: Quantity, results: readonly Result[]): number[] {
  const result = results.find((each) => each.tool === tool && each.entities === entities)
  return result?.runs.map((taken) => taken[of]) ?? []
}
