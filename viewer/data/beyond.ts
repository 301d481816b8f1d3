import type { ReadonlySignal } from '@preact/signals'
import type { Search } from '../../src/queries/search-entities.ts'
import type {
  AroundAnswer,
  GraphOverview,
  GroupsInBrief,
  PathsAnswer,
} from '../../src/server/graph-question.ts'

/** The whole of a graph that is too large for a page: the page holds a part of it, and asks for more. */
export interface Beyond {
  readonly overview: ReadonlySignal<GraphOverview | null>
  /** Null until somebody has asked for them, and they are there. */
  readonly groups: ReadonlySignal<GroupsInBrief | null>
  readonly askGroups: () => void
  /** Makes these entities the part that is here, or those that stand out where there are none. Ends when they are. */
  readonly show: (ids: readonly string[]) => Promise<void>
  /** How many relations an entity that is here has in the whole graph. */
  readonly degreeOf: (id: string) => number
  /** Of the entities that were asked for last, those that the graph does not have. */
  readonly unknown: () => readonly string[]
  readonly around: (id: string, hops: number, here: readonly string[]) => Promise<AroundAnswer>
  readonly paths: (from: string, to: string, anywhere: boolean) => Promise<PathsAnswer>
  /** Answers only the text that was asked for last; null while the answer is on its way. */
  readonly found: ReadonlySignal<Search | null>
  readonly search: (text: string) => void
  /** Very many bear the words, and only some of them were ranked. */
  readonly foundSome: ReadonlySignal<boolean>
  /** Why there is no answer, in a sentence for the reader; null where there is one or it is on its way. */
  readonly searchFailure: ReadonlySignal<string | null>
  /** Something is on its way that what is here may depend on. */
  readonly busy: ReadonlySignal<boolean>
}

/** So many of the neighbours of an entity come at a time. */
export const mostAtOnce = 60
