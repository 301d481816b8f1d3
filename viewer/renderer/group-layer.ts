import type Sigma from 'sigma'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Box } from '../../src/picture/box.ts'
import type { Palette } from '../marks/palette.ts'
import type { Pins } from '../state/pins.ts'
import type { Visible } from '../state/visible.ts'

/** Writes the names of groups where a picture is too small for those of their members. */
export interface GroupLayer {
  /** Null where the picture is so near, or so empty, that members can be read. */
  readonly draw: (ground: GroupGround) => GroupNames | null
}

export interface GroupGround {
  readonly sigma: Sigma
  readonly context: CanvasRenderingContext2D
  readonly graph: KnowledgeGraph
  readonly visible: Visible
  readonly pins: Pins
  readonly palette: Palette
  /** Pixels from one entity to the next. */
  readonly spacing: number
  /** What is to stay free. */
  readonly covered: readonly Box[]
}

export interface GroupNames {
  readonly boxes: readonly Box[]
  /** Those after whom a written group is named. */
  readonly centres: ReadonlySet<string>
}
