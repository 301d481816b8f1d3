import { filterGraph } from '../graph/filter-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { type Between, type BetweenAnswer, between, betweenInTurns } from './between.ts'
import { checkedOptions } from './checked-options.ts'
import { type CommonAnswer, common, type Shared } from './common.ts'
import { describeBetween } from './describe-between.ts'
import { describeCommon } from './describe-common.ts'
import { describeEntity } from './describe-entity.ts'
import { describeGroups } from './describe-groups.ts'
import { describeStatistics } from './describe-statistics.ts'
import { describeTimeline } from './describe-timeline.ts'
import { type EntitySheet, entitySheet } from './entity-sheet.ts'
import { type ExpandedEdge, type ExpandedPage, expand } from './expand.ts'
import type { Path } from './find-paths.ts'
import { type Group, type GroupsAnswer, groups } from './groups.ts'
import type { InNames, Names, OptionsIn } from './names.ts'
import type { Neighbour } from './neighbours.ts'
import { type BetweenOptions, betweenKinds, readBetweenQuestion } from './read-between-question.ts'
import { type CommonOptions, commonKinds, readCommonQuestion } from './read-common-question.ts'
import { type ExpandOptions, expandKinds, readExpansion } from './read-expansion.ts'
import { entityId, type PartOptions, partKinds, readPart } from './read-filter.ts'
import { type GroupsOptions, groupsKinds, readGroupsQuestion } from './read-groups-question.ts'
import {
  type NeighbourOptions,
  neighbourKinds,
  readNeighbourQuestion,
} from './read-neighbour-question.ts'
import { type PathOptions, pathKinds } from './read-path-question.ts'
import {
  readTimelineQuestion,
  type TimelineOptions,
  timelineKinds,
} from './read-timeline-question.ts'
import { type Readable, readable } from './readable.ts'
import { type Neighbours, readableNeighbours } from './readable-neighbours.ts'
import { type Paths, readablePaths } from './readable-paths.ts'
import { entitySearch, type Found } from './search-entities.ts'
import { type Statistics, statistics } from './statistics.ts'
import { type Moments, type Timeline, timeline } from './timeline.ts'
import { type Abortable, untilAborted } from './until-aborted.ts'

/**
 * The questions that can be asked of a base. An entity is given by its id, and by its name or an alias where the ids are
 * not known to the types. A question that names what is not there throws `WrongQuestion`, with what was meant. Every
 * answer is plain data, can be walked with `for … of`, and prints with `String(answer)` as sentences with evidence.
 */
export interface Questions<N extends Names = Names> {
  /** The id of the entity that a name, an alias or an id stands for, whatever its case and diacritics. */
  readonly id: (word: string) => N['entity']
  /** Entities by name, alias, id or summary, best first; case, diacritics and transliterations do not matter. */
  readonly find: (text: string, limit?: number) => readonly InNames<Found, N>[]
  /** All that is said about an entity. */
  readonly show: (entity: N['entity']) => Readable<InNames<EntitySheet, N>>
  /** The chains of claims between two entities; without options the shortest ones. */
  readonly paths: (
    from: N['entity'],
    to: N['entity'],
    options?: Asked<PathOptions, N>,
  ) => Answer<Paths, Readable<Path>, N>
  /** The claims that tie an entity to others. */
  readonly neighbours: (
    entity: N['entity'],
    options?: Asked<NeighbourOptions, N>,
  ) => Answer<Neighbours, Readable<Neighbour>, N>
  /** The primitive below all of these: the claims that lead on from some entities, in order of key, page by page. */
  readonly expand: (
    entities: readonly N['entity'][],
    options?: Asked<ExpandOptions, N>,
  ) => InNames<ExpandedPage, N> & Iterable<InNames<ExpandedEdge, N>>
  /** What two entities share. */
  readonly common: (
    first: N['entity'],
    second: N['entity'],
    options?: Asked<CommonOptions, N>,
  ) => Answer<CommonAnswer, Shared, N>
  /** Who connects the others. With a `signal` the answer is a promise that can be aborted, and others get their turn. */
  readonly between: {
    (
      options: OptionsIn<BetweenOptions, N> & { readonly signal: AbortSignal },
    ): Promise<Answer<BetweenAnswer, Between, N>>
    (options?: OptionsIn<BetweenOptions, N>): Answer<BetweenAnswer, Between, N>
  }
  /** Which entities belong together. */
  readonly groups: (options?: Asked<GroupsOptions, N>) => Answer<GroupsAnswer, Group, N>
  /** What is dated about an entity, in order of time. */
  readonly timeline: (
    entity: N['entity'],
    options?: Asked<TimelineOptions, N>,
  ) => Answer<Timeline, Moments, N>
  /** How much there is of what, and how well it is founded. */
  readonly statistics: (options?: OptionsIn<PartOptions, N>) => Readable<Statistics>
}

/** Options in the names of a base, and a signal that says when the answer is wanted no more. */
export type Asked<Options, N extends Names> = OptionsIn<Options, N> & Abortable

/** An answer in the names of a base, which gives its items one by one and prints as a whole. */
export type Answer<T, Item, N extends Names> = Readable<Omit<InNames<T, N>, symbol>> &
  Iterable<InNames<Item, N>>

export function questionsOf(graph: KnowledgeGraph): Questions {
  return {
    id: (word) => entityId(graph, word),
    find: (text, limit) => entitySearch(graph)(text, limit),
    show: (word) => sheetOf(graph, entityId(graph, word)),
    paths: (from, to, options) =>
      untilAborted(checkedOptions(options, pathKinds), (asked) =>
        readablePaths(graph, from, to, asked),
      ),
    neighbours: (entity, options) =>
      untilAborted(checkedOptions(options, neighbourKinds), (asked) =>
        readableNeighbours(graph, readNeighbourQuestion(graph, entity, asked)),
      ),
    expand: (ids, options) =>
      untilAborted(checkedOptions(options, expandKinds), (asked) => {
        const page = expand(graph, readExpansion(graph, ids, asked))
        return { ...page, [Symbol.iterator]: () => page.edges[Symbol.iterator]() }
      }),
    common: (first, second, options) =>
      untilAborted(checkedOptions(options, commonKinds), (asked) => {
        const answer = common(graph, readCommonQuestion(graph, first, second, asked))
        return walkable(answer, answer.shared, () => describeCommon(graph, answer))
      }),
    between: askBetween(graph),
    groups: (options) =>
      untilAborted(checkedOptions(options, groupsKinds), (asked) => {
        const answer = groups(graph, readGroupsQuestion(graph, asked))
        return walkable(answer, answer.groups, () => describeGroups(graph, answer))
      }),
    timeline: (entity, options) =>
      untilAborted(checkedOptions(options, timelineKinds), (asked) => {
        const answer = timeline(graph, readTimelineQuestion(graph, entity, asked))
        return walkable(answer, answer.dated, () => describeTimeline(graph, answer))
      }),
    statistics: (options) => {
      const part = readPart(graph, checkedOptions(options, partKinds))
      const result = statistics(filterGraph(graph, part))
      return readable(result, () => describeStatistics(result))
    },
  }
}

function askBetween(graph: KnowledgeGraph): Questions['between'] {
  const told = (answer: BetweenAnswer) =>
    walkable(answer, answer.ranked, () => describeBetween(graph, answer))
  type Ask = (options?: BetweenOptions & { readonly signal?: AbortSignal }) => unknown
  const ask: Ask = (options) => {
    const { signal, ...asked } = checkedOptions(options, betweenKinds)
    const question = readBetweenQuestion(graph, asked)
    if (signal === undefined) return told(between(graph, question))
    return betweenInTurns(graph, question, signal).then(told)
  }
  return ask as Questions['between']
}

function sheetOf(graph: KnowledgeGraph, entity: string): Readable<EntitySheet> {
  const sheet = entitySheet(graph, entity)
  return readable(sheet, () => describeEntity(graph, sheet))
}

function walkable<T extends object, Item>(
  answer: T,
  items: readonly Item[],
  tell: () => string,
): Readable<T> & Iterable<Item> {
  const value = { ...answer, [Symbol.iterator]: () => items[Symbol.iterator]() }
  return readable(value, tell)
}
