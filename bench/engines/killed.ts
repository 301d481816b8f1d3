/** What became of a base on one engine whose pushes were killed. */
export interface KilledPushes {
  readonly name: string
  readonly steps: KilledStep[]
}

/** Pushes of the same files: killed ones, and one that went on to the end. */
export interface KilledStep {
  readonly what: string
  /** How long each killed push ran, and after how many bytes that it had sent. */
  readonly killed: readonly { readonly milliseconds: number; readonly sent: number }[]
  /** In milliseconds, of the one that came to its end. */
  readonly last: number
  /** Entities, relations and files that are others than after the step before. */
  readonly differing: number
  /** Entities, relations and files that the one that came to its end has added, changed and removed. */
  readonly written: number
  readonly compared: Compared
}

/** How many things were compared with those of the files, and how many differed. */
export interface Compared {
  readonly nodes: number
  readonly edges: number
  readonly files: number
  /** How many relations each entity has, counted at both ends. */
  readonly degrees: number
  /** Entities that were sought by their names. */
  readonly sought: number
  readonly different: number
}
