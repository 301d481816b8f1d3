/** What the viewer reads beside the graph: `GET /status.json`, and the `change` events of `GET /events`. */
export interface Status {
  /** Hash of the bytes of `/graph.json`; the viewer loads the graph again when it changes. */
  readonly graph: string
  /**
   * The data has errors, and the graph shown is an older one: the last without any. A server that
   * has seen none without errors yet shows what it could read of the data as it is, which is not
   * stale; `errors` says that it is not whole either.
   */
  readonly stale: boolean
  /** True numbers, also where `diagnostics` is cut short. */
  readonly errors: number
  readonly warnings: number
  /** In order of place. Where there are more than a page can show, errors stay before warnings. */
  readonly diagnostics: readonly StatusDiagnostic[]
}

export interface StatusDiagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  /** The source line, or the part of a very long one around the mark, cut with `…`. */
  readonly source: string
  /** The columns of `source` to mark, one-based, half-open, at least one wide. */
  readonly mark: readonly [from: number, to: number]
  readonly notes: readonly StatusNote[]
}

export interface StatusNote {
  readonly message: string
  readonly file?: string
  readonly line?: number
}
