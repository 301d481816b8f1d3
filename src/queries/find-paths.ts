import { formatSpan, intersect } from '../dates/holds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import type {
  CitationAttributes,
  KnowledgeGraph,
  RivalAttributes,
} from '../graph/knowledge-graph.ts'
import { sentenceOf } from '../graph/sentence.ts'
import type { Confidence } from '../model/claim.ts'
import { doubtOf } from './by-surest.ts'
import { type PathIndex, pathIndex } from './path-index.ts'
import { decibelsOf } from './routes/cost.ts'
import { findRoutes, type RouteQuestion } from './routes/find-routes.ts'

/** The ends, where a path may run, and what must lie on it; which paths are wanted. */
export type PathQuestion = RouteQuestion

export interface PathAnswer {
  readonly paths: readonly Path[]
  /** A budget cut the search, so there may be more paths than these. */
  readonly truncated: boolean
}

export interface Path {
  /** Number of hops. */
  readonly length: number
  /** Index of the hop with the least confidence. */
  readonly weakest: number
  /** EDTF of the time in which all hops can hold together, or null where there is none. */
  readonly together: string | null
  /** Where least doubt was asked for: how far the whole path is below certainty, in decibels. */
  readonly doubt?: number
  readonly hops: readonly Hop[]
}

export interface Hop {
  readonly edge: string
  readonly from: string
  readonly to: string
  readonly relation: string
  /** Whether the edge is walked from its source to its target. */
  readonly forward: boolean
  readonly sentence: string
  readonly when?: string
  readonly confidence?: Confidence
  readonly citations: readonly CitationAttributes[]
  readonly saidBy: readonly string[]
  readonly inferred?: string
  /** Other readings of the claim; absent where no source disputes it. */
  readonly rivals?: readonly RivalAttributes[]
}

/**
 * The chains of claims between two different entities, shortest first, then by confidence, then by key.
 * Without `all` or `top`, every path of the shortest length that meets the question; or, by `weight`, every path with
 * the least doubt. Both ids must be nodes of the graph.
 */
export function findPaths(graph: KnowledgeGraph, question: PathQuestion): PathAnswer {
  const index = pathIndex(graph)
  const { routes, truncated } = findRoutes(index, question, meetingTest(index))
  const paths = routes.map(({ edges, cost }) => ({
    ...explainPath(index, question.from, edges),
    ...(question.weight === 'confidence' && { doubt: decibelsOf(cost) }),
  }))
  return { paths, truncated }
}

/** Whether edges can all hold at one time: their dates may have holes, which the bounds of the index do not know. */
function meetingTest({ claims }: PathIndex): (edges: readonly number[]) => boolean {
  return (edges) => intersect(edges.map((edge) => dateOf(claims[edge]?.when))) !== undefined
}

/** A chain of edges from a node on, told. */
export function explainPath(index: PathIndex, start: string, edges: readonly number[]): Path {
  let from = start
  const hops = edges.map((edge) => {
    const hop = explainHop(index, edge, from)
    from = hop.to
    return hop
  })
  const ranks = hops.map(doubtOf)
  const span = intersect(hops.map(({ when }) => dateOf(when)))
  return {
    length: hops.length,
    weakest: ranks.indexOf(Math.max(...ranks)),
    together: span === undefined ? null : formatSpan(span),
    hops,
  }
}

function dateOf(when: string | undefined) {
  const parsed = when === undefined ? undefined : parseEdtf(when)
  return parsed?.ok ? parsed.date : undefined
}

function explainHop({ graph, edges }: PathIndex, number: number, from: string): Hop {
  const edge = edges[number] ?? ''
  const { relation, when, confidence, citations, saidBy, inferred, rivals } =
    graph.getEdgeAttributes(edge)
  const forward = graph.source(edge) === from
  const to = graph.opposite(from, edge)
  const sentence = sentenceOf(graph, edge, forward)
  return {
    edge,
    from,
    to,
    relation,
    forward,
    sentence,
    ...(when !== undefined && { when }),
    ...(confidence !== undefined && { confidence }),
    citations,
    saidBy,
    ...(inferred !== undefined && { inferred }),
    ...(rivals.length > 0 && { rivals }),
  }
}
