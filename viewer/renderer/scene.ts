import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Shown } from '../data/shown.ts'
import type { Palette } from '../marks/palette.ts'
import type { Pins } from '../state/pins.ts'
import type { Lit } from '../state/surroundings.ts'
import type { Selection } from '../state/view-state.ts'
import type { Visible } from '../state/visible.ts'
import type { GroupLayer } from './group-layer.ts'

/** All that the picture shows, but for where the camera stands and what the pointer is over. */
export interface Scene {
  readonly graph: KnowledgeGraph
  /** Another object for every state of the graph, which may have been changed in place. */
  readonly shown: Shown
  readonly visible: Visible
  readonly palette: Palette
  readonly selected: Selection | null
  /** Entities that are chosen together. */
  readonly chosen: ReadonlySet<string>
  readonly pins: Pins
  /** Null where nothing fades. */
  readonly lit: Lit | null
  /** What falls with the source that is looked at; null where none is. */
  readonly fragile: Lit | null
  /** Null where no names of groups are to be written. */
  readonly groups: GroupLayer | null
  /** The time is being moved: names keep their places until it rests. */
  readonly moving: boolean
}
