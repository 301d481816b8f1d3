/** What was measured of one engine; times in milliseconds. */
export interface MeasuredEngine {
  readonly name: string
  /** Until it answers for the first time. */
  readonly start: number
  readonly loads: Load[]
  /** By kind, of each question. */
  readonly answers: Record<string, number[]>
  /** By kind, how many answers were not those of the graph. */
  readonly wrong: Record<string, number>
  /** How many of those say that only some were ranked. */
  readonly cut: Record<string, number>
}

interface Load {
  readonly what: string
  readonly milliseconds: number
  /** Entities, relations and files that were written. */
  readonly written: number
}
