import type { PlacedDiagnostic } from '../diagnostics/render/json.ts'
import type { NamedView } from '../model/named-view.ts'

/** What the viewer reads beside the graph: `GET /status.json`, and the `change` events of `GET /events`. */
export interface Status {
  /** Version of the graph, and the tag of `/graph.json`; `/changes/VERSION.json` tells what another one has become. */
  readonly graph: string
  /** The graph is too large for a page, which asks for parts of it: see `GraphQuestion`. */
  readonly inParts?: true
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
  /** Where the server can open files in an editor: the token that a page sends to have it done. */
  readonly editor?: string
  /** What the base keeps under a name. */
  readonly views: readonly NamedView[]
  /** Where the server keeps more of them: the token that a page sends to have it done. */
  readonly keeper?: string
}

/** Of a very long source line only the part around the mark is sent, cut with `…`. */
export type StatusDiagnostic = PlacedDiagnostic
