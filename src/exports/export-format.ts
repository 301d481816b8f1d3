import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'

/** What every format needs to say about itself; the command line, the server and the docs read it. */
export interface ExportFormat {
  /** Without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** What the file is for, as one sentence. */
  readonly description: string
  /** It says where nodes stand or what they look like, so the graph is to be laid out first. */
  readonly hasPositions: boolean
  /** The options that this format obeys, each with the sentence that explains it. */
  readonly options: { readonly [name in keyof ExportOptions]?: string }
  /** What this format loses of any graph that has it, as sentences. */
  readonly cannotHold: readonly string[]
  /** Where the format is several files: what they are called. `write` makes the one that `table` names. */
  readonly tables?: readonly string[]
  /** The text in pieces, made while they are read: memory does not grow with the file. */
  readonly write: (graph: KnowledgeGraph, options?: ExportOptions) => Iterable<string>
  /** What this graph in particular would lose, counted; empty when nothing. */
  readonly losses: (graph: KnowledgeGraph, options?: ExportOptions) => readonly Loss[]
}

/** A format ignores the options that it does not list. */
export interface ExportOptions {
  readonly lossless?: boolean
  readonly static?: boolean
  readonly raw?: boolean
  /** The id of the one entity to tell of. */
  readonly about?: string
  /** One of the format's `tables`. */
  readonly table?: string
  /** What the IRIs of the data begin with; `isBaseIri` tells which texts may be. */
  readonly base?: string
}

/** One way in which a file says less than the graph. */
export interface Loss {
  /** Kebab-case and permanent, such as `merged-stints`. */
  readonly kind: string
  readonly count: number
  /** What happened, as a clause: `rival readings became text`. */
  readonly what: string
  /** The key of one node or edge that it happened to. */
  readonly example: string
}
