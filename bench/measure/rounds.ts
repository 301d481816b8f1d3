import { say } from '../say.ts'
import { run, runTelling, type Taken } from './run.ts'
import { spreadOf } from './statistics.ts'

/** A program that is measured, with what it is given. */
export interface Case {
  readonly tool: string
  /** How many entities it is given; 0 for a program that only starts, or reads something else. */
  readonly entities: number
  readonly rounds: number
  /** Makes everything ready for one run, which is not measured, and gives the command that is. */
  readonly prepare: () => readonly string[]
  /** The program itself tells what was measured: a part of what it does. It warms up by itself. */
  readonly isTelling?: true
  /** It may take minutes: it is neither warmed up nor run as often as it would be wished. */
  readonly isSlow?: true
}

export interface Result {
  readonly tool: string
  readonly entities: number
  /** How often it should run; a slow one may run less often, or not at all. */
  readonly rounds: number
  /** In the order of the rounds. */
  readonly runs: Taken[]
}

/**
 * In seconds: a slow program is not run at all where one run is expected to take longer than `one`, and not again
 * when its runs together have taken longer than `all`.
 */
const patience = { one: 300, all: 90 }

/** Runs all of them in turn, round after round, so that what else the machine does hits all alike. */
export function takeRounds(cases: readonly Case[]): Result[] {
  const results = cases.map(({ tool, entities, rounds }) => ({ tool, entities, rounds, runs: [] }))
  say('Warming up …')
  for (const each of cases) if (!each.isSlow && !each.isTelling) takeOnce(each)
  const rounds = Math.max(...cases.map((each) => each.rounds))
  for (let round = 0; round < rounds; round++) {
    say(`Round ${round + 1} of ${rounds} …`)
    takeRound(round, cases, results)
  }
  return results
}

function takeRound(round: number, cases: readonly Case[], results: readonly Result[]): void {
  const turns = cases.map((each, index) => ({ each, result: results[index] }))
  // Every other round goes backwards, so that it changes who follows whom.
  for (const { each, result } of round % 2 === 0 ? turns : turns.toReversed()) {
    if (result === undefined || round >= each.rounds) continue
    if (each.isSlow && !isWorthTheWait(result, results)) continue
    result.runs.push(takeOnce(each))
  }
}

function takeOnce(each: Case): Taken {
  return each.isTelling ? runTelling(each.prepare()) : run(each.prepare())
}

function isWorthTheWait({ tool, entities, runs }: Result, results: readonly Result[]): boolean {
  if (runs.length > 0) return sum(runs.map(({ wall }) => wall)) < patience.all
  const smaller = results.findLast(
    (result) => result.tool === tool && result.entities < entities && result.runs.length > 0,
  )
  const taken = spreadOf(smaller?.runs.map(({ wall }) => wall) ?? [])
  if (smaller === undefined || taken === undefined) return true
  return (taken.median * entities) / smaller.entities < patience.one
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
