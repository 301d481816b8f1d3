import type { Day, DaySpan } from '../../src/dates/calendar.ts'
import type { Confidence } from '../../src/model/claim.ts'

/** Everything that decides what a reader sees. It is immutable, and the address of the page holds all of it. */
export interface ViewState {
  readonly selected: Selection | null
  /** Entity types and relation types that are switched off, each by its own id. */
  readonly hiddenTypes: readonly string[]
  readonly hiddenRelations: readonly string[]
  readonly minConfidence: Confidence | null
  readonly inferred: boolean
  /** Entities that the reader has put away, one by one. */
  readonly hiddenEntities: readonly string[]
  /** Entities that the reader has chosen together, to do something with all of them. */
  readonly chosen: readonly string[]
  /** Where it names any, only these entities are there. */
  readonly only: readonly string[]
  /** Entities that the reader has put somewhere else. */
  readonly pins: readonly Pin[]
  /** Only what lies within some hops of an entity. */
  readonly focus: Focus | null
  readonly path: PathView | null
  /** The source whose share of the graph the reader looks at. */
  readonly source: SourceView | null
  /** Only what this entity says, as sources quote it. */
  readonly saidBy: string | null
  /** All but what this entity alone says. */
  readonly withoutSpeaker: string | null
  /** Only what can hold on these days counts; one day is its own first and last, and null is all time. */
  readonly time: DaySpan | null
  /** A day to compare that time with: what began, what ended. */
  readonly compare: Day | null
  /** What does not hold then stays in the picture, faded. */
  readonly inactive: boolean
  /** The text in the open search box. */
  readonly search: string | null
  /** Null shows everything that is visible. */
  readonly camera: Camera | null
  /** Null follows the system. */
  readonly theme: Theme | null
  /** Null leaves the choice to the width of the window. */
  readonly left: LeftPanel | null
  readonly right: RightPanel | null
  /** Whether the timeline is open. */
  readonly timeline: boolean | null
}

export interface Selection {
  readonly kind: 'entity' | 'relation'
  readonly id: string
}

/** In the coordinates of the graph. */
export interface Pin {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface Focus {
  readonly around: string
  readonly hops: number
}

export interface PathView {
  readonly from: string
  /** Null while the reader is choosing it. */
  readonly to: string | null
  /** Which of the paths is shown, from zero. */
  readonly shown: number
  /** Also through entities that are ends by nature, such as places. */
  readonly anywhere: boolean
}

export const sourceModes = ['light', 'only', 'without'] as const
/** What cites it shines; or nothing else is shown; or what rests on it alone is gone. */
export type SourceMode = (typeof sourceModes)[number]

export interface SourceView {
  readonly id: string
  readonly mode: SourceMode
}

/** In the coordinates of the graph, so that a wider window shows the same place. */
export interface Camera {
  readonly x: number
  readonly y: number
  /** How much of the graph the shorter side of the picture spans. */
  readonly span: number
}

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const leftPanels = ['filters', 'outline', 'sources', 'none'] as const
export type LeftPanel = (typeof leftPanels)[number]

export const rightPanels = ['evidence', 'path', 'compare', 'diagnostics', 'none'] as const
export type RightPanel = (typeof rightPanels)[number]

export const initialView: ViewState = {
  selected: null,
  hiddenTypes: [],
  hiddenRelations: [],
  minConfidence: null,
  inferred: true,
  hiddenEntities: [],
  chosen: [],
  only: [],
  pins: [],
  focus: null,
  path: null,
  source: null,
  saidBy: null,
  withoutSpeaker: null,
  time: null,
  compare: null,
  inactive: true,
  search: null,
  camera: null,
  theme: null,
  left: null,
  right: null,
  timeline: null,
}
