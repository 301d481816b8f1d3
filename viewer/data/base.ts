import type { ReadonlySignal } from '@preact/signals'
import type { NamedView } from '../../src/model/named-view.ts'
import type { Status } from '../../src/server/status.ts'
import type { Beyond } from './beyond.ts'
import type { Connection } from './follow-status.ts'
import type { Shown, ShownGraph } from './shown.ts'

/** What the page shows, wherever it comes from: a server, a file beside the page, or the page itself. */
export interface Base {
  readonly shown: ReadonlySignal<Shown | null>
  /** The graph of the state that is shown. */
  readonly graph: ShownGraph
  /** The whole graph, where only a part of it is shown. */
  readonly beyond: ReadonlySignal<Beyond | null>
  /** What the checker says about the files; null where the page does not know them. */
  readonly status: ReadonlySignal<Status | null>
  /** What the base keeps under a name. */
  readonly views: ReadonlySignal<readonly NamedView[]>
  readonly connection: ReadonlySignal<Connection>
  /** Why there is no graph, or no newer one. */
  readonly failure: ReadonlySignal<string | null>
  /** Asks again after a failure. */
  readonly retry: () => void
}
