import { filterGraph, type Part } from '../graph/filter-graph.ts'
import { type GroupKind, groupMembers } from '../graph/group-members.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { componentsOf } from '../graph/layout-components.ts'
import { compareText } from '../text/compare-text.ts'
import { bestConnected } from './best-connected.ts'
import { surestOf } from './by-surest.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'

export interface GroupsQuestion {
  readonly part?: Part
  /** What hangs together at all, and not the denser communities in it. */
  readonly by?: GroupKind
  readonly limit?: number
  /** Look at every entity, however long it takes. */
  readonly exact?: boolean
}

export interface GroupsAnswer {
  readonly by: GroupKind
  /** Of two members and more, the largest first. */
  readonly groups: readonly Group[]
  /** How many groups there are, shown or not. */
  readonly total: number
  /** How many parts the graph falls into that nothing connects, single entities included. */
  readonly components: number
  /** Entities that no claim ties to another. */
  readonly alone: readonly string[]
  /** Of a very large graph only so many entities were looked at, those with the most claims; absent where all were. */
  readonly lookedAt?: number
}

export interface Group {
  /** The member with the most ties inside, after whom it is named. */
  readonly centre: string
  /** Those with the most ties inside first. */
  readonly members: readonly string[]
  /** How many claims tie members to each other, and how many tie them to other groups. */
  readonly inside: number
  readonly outside: number
  /** The surest claims among the members with the most ties. */
  readonly core: readonly Neighbour[]
  /** What ties it to the other groups, most claims first. */
  readonly bridges: readonly Bridge[]
}

export interface Bridge {
  /** The member after whom the other group is named. */
  readonly centre: string
  readonly claims: number
  /** The surest of them. */
  readonly surest: Neighbour
}

/** Who belongs together by the claims that a filter keeps: the same groups each time, and those of the picture. */
export function groups(graph: KnowledgeGraph, question: GroupsQuestion = {}): GroupsAnswer {
  const { part = {}, by = 'community', limit = Infinity } = question
  const asked = Object.keys(part).length === 0 ? graph : filterGraph(graph, part)
  const isCut = asked.size > mostClaims && question.exact !== true
  const kept = isCut ? bestConnected(asked, mostEntities) : asked
  const components = componentsOf(kept)
  const members = groupMembers(kept, by, components)
  return {
    by,
    groups: explained(kept, members, limit),
    total: members.length,
    components: components.length,
    alone: components.flatMap(({ nodes }) => (nodes.length === 1 ? nodes : [])),
    ...(isCut && { lookedAt: kept.order }),
  }
}

/** Above so many claims not every entity is looked at: the bases that people write by hand are far below. */
const mostClaims = 100_000
const mostEntities = 5000

const coreClaims = 3

function explained(
  graph: KnowledgeGraph,
  all: readonly (readonly string[])[],
  limit: number,
): Group[] {
  const placeOf = new Map(
    all.flatMap((members, group) => members.map((node, rank) => [node, { group, rank }] as const)),
  )
  const inside = all.map((): string[] => [])
  const outside = all.map(() => new Map<number, string[]>())
  graph.forEachEdge((edge, _, source, target) => {
    const [a, b] = [placeOf.get(source)?.group, placeOf.get(target)?.group]
    if (a === undefined || b === undefined || source === target) return
    if (a === b) inside[a]?.push(edge)
    else
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        add(outside[one], other, edge)
  })
  const rankOf = (edge: string) =>
    Math.max(...graph.extremities(edge).map((node) => placeOf.get(node)?.rank ?? 0))
  return all.slice(0, limit).map((members, group) => ({
    centre: members[0] ?? '',
    members,
    inside: inside[group]?.length ?? 0,
    outside: [...(outside[group]?.values() ?? [])].flat().length,
    core: (inside[group] ?? [])
      .sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b))
      .slice(0, coreClaims)
      .map((edge) => neighbourBy(graph, graph.source(edge), edge)),
    bridges: bridgesOf(graph, members, outside[group] ?? new Map(), all),
  }))
}

function add(lists: Map<number, string[]> | undefined, key: number, edge: string): void {
  const list = lists?.get(key)
  if (list) list.push(edge)
  else lists?.set(key, [edge])
}

function bridgesOf(
  graph: KnowledgeGraph,
  members: readonly string[],
  outside: ReadonlyMap<number, readonly string[]>,
  all: readonly (readonly string[])[],
): Bridge[] {
  const own = new Set(members)
  return [...outside]
    .sort(([a, first], [b, second]) => second.length - first.length || a - b)
    .flatMap(([group, edges]) => {
      const surest = surestOf(graph, edges)
      if (surest === undefined) return []
      const [source, target] = graph.extremities(surest)
      return {
        centre: all[group]?.[0] ?? '',
        claims: edges.length,
        surest: neighbourBy(graph, own.has(source) ? source : target, surest),
      }
    })
}
