import type { GraphAttributes } from '../graph/knowledge-graph.ts'
import type { Found } from '../queries/search-entities.ts'
import type { Standing } from '../queries/standing.ts'
import type { GraphChange } from './graph-change.ts'

/** What a page asks that has only a part of the graph: `GET /ask/QUESTION`, the question as JSON. */
export type GraphQuestion =
  | { readonly kind: 'overview' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'part'; readonly ids: readonly string[] }
  | AroundQuestion
  | { readonly kind: 'find'; readonly text: string; readonly most: number }
  | PathsQuestion

export interface AroundQuestion {
  readonly kind: 'around'
  readonly id: string
  readonly hops: number
  /** At most so many of those that are not here already. */
  readonly most: number
  readonly here: readonly string[]
}

export interface PathsQuestion {
  readonly kind: 'paths'
  readonly from: string
  readonly to: string
  /** Also by way of entities that are ends by nature. */
  readonly anywhere: boolean
}

/** The answer to each kind of question; each names the version of the graph that it is about. */
export interface GraphAnswers {
  readonly overview: GraphOverview
  readonly groups: GroupsInBrief
  readonly part: PartAnswer
  readonly around: AroundAnswer
  readonly find: FindAnswer
  readonly paths: PathsAnswer
}

export interface GraphOverview {
  readonly version: string
  readonly attributes: GraphAttributes
  readonly entitiesByType: readonly Count[]
  readonly relationsByType: readonly Count[]
  /** Those with the most relations first. */
  readonly best: readonly Standing[]
  /** The entities of the first picture: these and who ties them to each other, but nobody without a tie. */
  readonly first: readonly string[]
}

interface Count {
  readonly name: string
  readonly count: number
}

export interface GroupsInBrief {
  readonly version: string
  /** The largest, each by the member after whom it is named. */
  readonly groups: readonly {
    readonly centre: string
    readonly label: string
    readonly members: number
  }[]
  readonly total: number
  /** So many of the best connected entities were looked at, where it were not all. */
  readonly lookedAt?: number
}

/** Entities as they stand in the graph, and every relation between two of them. */
export interface PartAnswer extends Pick<GraphChange, 'nodes' | 'edges'> {
  readonly version: string
  /** How many relations each node has in the whole graph, in the order of the nodes. */
  readonly degrees: readonly number[]
  readonly unknown: readonly string[]
}

export interface AroundAnswer {
  readonly version: string
  /** The nearest first, and of equally near ones the best connected. */
  readonly ids: readonly string[]
  /** How many lie so near, here or not; the one in the middle is not counted. A base on a server is looked at until there are enough. */
  readonly total: number
}

interface FindAnswer {
  readonly version: string
  /** Best first. */
  readonly found: readonly Found[]
  /** More entities bear such words than were ranked, so that a better one may be missing. */
  readonly truncated: boolean
}

export interface PathsAnswer {
  readonly version: string
  /** The entities on the paths, the two ends among them; empty where there is none. */
  readonly ids: readonly string[]
  /** So many paths were left out, because they would bring too much. */
  readonly left: number
}
