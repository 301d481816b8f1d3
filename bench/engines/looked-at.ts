/** How a base on a server was looked at in the viewer; times in milliseconds, memory in bytes. */
export interface LookedAt {
  entities: number
  relations: number
  /** `dossier push`, with its check. */
  push?: ProcessRun
  /** `dossier serve`: until it serves, and its peak at the end. */
  serve?: ProcessRun
  /** What the script of the page holds, at the beginning and at the end. */
  readonly heap: number[]
  readonly steps: LookedStep[]
}

export interface ProcessRun {
  readonly milliseconds: number
  readonly peak: number
}

export interface LookedStep {
  readonly what: string
  /** One for each time that it was taken. */
  readonly milliseconds: number[]
  readonly cpu: StepCpu[]
  readonly answers: string[]
  /** How its answers differ from the files. */
  readonly wrong: string[]
}

/** Seconds of the processor that a step has taken of each; of the page, its main thread. */
export interface StepCpu {
  readonly serve: number
  readonly neo4j: number
  readonly page: number
}
