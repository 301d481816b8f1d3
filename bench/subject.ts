import type { Case, Result } from './measure/rounds.ts'
import type { Goal } from './report/goals.ts'
import type { Plot } from './report/plot.ts'

/** Something that can be measured: a row of the table in subjects.ts. */
export interface Subject {
  readonly summary: string
  /** How many entities, where the command does not say. */
  readonly sizes: readonly number[]
  /** Makes what is needed, and says what is to be measured. */
  readonly compare: (options: Options) => Comparison
}

export interface Options {
  /** From small to large. */
  readonly sizes: readonly number[]
  /** How often everything is run; without it, the subject decides. */
  readonly rounds: number | undefined
  readonly peers: boolean
}

export interface Comparison {
  readonly title: string
  /** By size, from small to large. */
  readonly cases: readonly Case[]
  /** The tool that the others are shown as multiples of. */
  readonly floor: string
  readonly goals: readonly Goal[]
  /** What a subject has measured itself, beside its cases: goals may be about it. */
  readonly told?: readonly Result[]
  /** What is drawn, where it is not the CPU time of the cases. */
  readonly plots?: readonly Plot[]
  /** What a reader must know: paragraphs and tables in Markdown. */
  readonly notes: readonly string[]
}
