import { formatSpan, intersect } from '../dates/holds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import { confidenceRank, edgeTest, type Filter } from '../graph/filter.ts'
import type { CitationAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { sentenceOf } from '../graph/sentence.ts'
import type { Confidence } from '../model/claim.ts'
import { compareText } from '../text/compare-text.ts'
import { matchesTerm, type Term } from './term.ts'

export interface PathQuestion {
  readonly from: string
  readonly to: string
  /** The longest path to look at, in hops. */
  readonly max?: number
  /** Every loopless path up to `max`, not only the shortest ones. */
  readonly all?: boolean
  /** Each of these must lie on the path: a relation that is walked, or an entity on the way. */
  readonly via?: readonly Term[]
  /** None of these may lie on the path, its two ends aside. */
  readonly avoid?: readonly Term[]
  /** Entity types that may be way stations although their ontology says `transit: false`. */
  readonly through?: readonly string[]
  /** Follow edges from source to target only. */
  readonly directed?: boolean
  readonly filter?: Filter
}

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
}

export const longestByDefault = { shortest: 12, all: 4 } as const

/** Bounds on one answer, so that a question about a dense graph ends. */
const budget = { paths: 1000, steps: 1_000_000 }

interface Step {
  readonly edge: string
  readonly from: string
  readonly to: string
}

/**
 * The chains of claims between two different entities, shortest first, then by confidence, then by key.
 * Without `all`, every path of the shortest length that meets the question. Both ids must be nodes of the graph.
 */
export function findPaths(graph: KnowledgeGraph, question: PathQuestion): PathAnswer {
  const max = question.max ?? (question.all ? longestByDefault.all : longestByDefault.shortest)
  const stepsFrom = walker(graph, question)
  const distances = distancesTo(question, stepsFrom, max)
  const shortest = distances.get(question.from)
  if (shortest === undefined) return { paths: [], truncated: false }

  const search = { steps: budget.steps, truncated: false }
  let found: Step[][] = []
  const lengths = question.all ? [max] : range(shortest, question.via?.length ? max : shortest)
  for (const limit of lengths) {
    found = simplePaths(question, stepsFrom, distances, limit, search).filter((path) =>
      passesAll(graph, path, question.via ?? []),
    )
    if (found.length > 0 || search.truncated) break
  }
  const paths = found.map((steps) => explain(graph, steps)).sort(byTrust)
  return {
    paths: paths.slice(0, budget.paths),
    truncated: search.truncated || paths.length > budget.paths,
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

type Walker = (node: string, backwards?: boolean) => Step[]

/** The steps that the question allows out of a node (or, backwards, into it), in order of edge key. */
function walker(graph: KnowledgeGraph, question: PathQuestion): Walker {
  const keeps = edgeTest(graph, question.filter ?? {})
  const avoided = (edge: string) =>
    (question.avoid ?? []).some(
      (term) => term.kind === 'relation' && term.id === graph.getEdgeAttribute(edge, 'relation'),
    )
  const memo = new Map<string, Step[]>()
  return (node, backwards = false) => {
    const key = backwards ? `<${node}` : node
    const known = memo.get(key)
    if (known) return known
    const edges = !question.directed
      ? graph.edges(node)
      : backwards
        ? graph.inEdges(node)
        : graph.outEdges(node)
    const steps = edges
      .filter((edge) => !graph.isSelfLoop(edge) && keeps(edge) && !avoided(edge))
      .map((edge) => ({ edge, from: node, to: graph.opposite(node, edge) }))
      .filter(({ to }) => isEnd(question, to) || mayPass(graph, question, to))
      .sort((a, b) => compareText(a.edge, b.edge))
    memo.set(key, steps)
    return steps
  }
}

function isEnd({ from, to }: PathQuestion, node: string): boolean {
  return node === from || node === to
}

function mayPass(graph: KnowledgeGraph, question: PathQuestion, node: string): boolean {
  const { type, types } = graph.getNodeAttributes(node)
  if ((question.avoid ?? []).some((term) => matchesTerm(graph, term, node))) return false
  if (graph.getAttribute('ontology').entities[type]?.transit !== false) return true
  return (
    (question.through ?? []).some((name) => types.includes(name)) ||
    (question.via ?? []).some((term) => term.kind === 'entity' && term.id === node)
  )
}

/** Breadth first from the goal: how many hops each node is away from it, up to `max`. */
function distancesTo(
  { from, to }: PathQuestion,
  stepsFrom: Walker,
  max: number,
): Map<string, number> {
  const distances = new Map([[to, 0]])
  let frontier = [to]
  for (let distance = 1; distance <= max && frontier.length > 0; distance++) {
    const reached = frontier
      .filter((node) => node !== from)
      .flatMap((node) => stepsFrom(node, true).map((step) => step.to))
    frontier = [...new Set(reached)].filter((node) => !distances.has(node))
    for (const node of frontier) distances.set(node, distance)
  }
  return distances
}

/** All loopless walks of at most `limit` hops; the distances cut every branch that cannot arrive in time. */
function simplePaths(
  { from, to }: PathQuestion,
  stepsFrom: Walker,
  distances: ReadonlyMap<string, number>,
  limit: number,
  search: { steps: number; truncated: boolean },
): Step[][] {
  const found: Step[][] = []
  const path: Step[] = []
  const onPath = new Set([from])
  const mayArrive = (step: Step) =>
    !onPath.has(step.to) && path.length + 1 + (distances.get(step.to) ?? Infinity) <= limit
  const visit = (node: string) => {
    for (const step of stepsFrom(node).filter(mayArrive)) {
      if (search.steps-- <= 0) search.truncated = true
      if (search.truncated) return
      path.push(step)
      if (step.to === to) found.push([...path])
      else {
        onPath.add(step.to)
        visit(step.to)
        onPath.delete(step.to)
      }
      path.pop()
    }
  }
  visit(from)
  return found
}

function passesAll(graph: KnowledgeGraph, path: readonly Step[], terms: readonly Term[]): boolean {
  return terms.every((term) =>
    term.kind === 'relation'
      ? path.some(({ edge }) => graph.getEdgeAttribute(edge, 'relation') === term.id)
      : path.slice(0, -1).some(({ to }) => matchesTerm(graph, term, to)),
  )
}

function explain(graph: KnowledgeGraph, steps: readonly Step[]): Path {
  const hops = steps.map((step) => explainHop(graph, step))
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

function explainHop(graph: KnowledgeGraph, { edge, from, to }: Step): Hop {
  const { relation, when, confidence, citations, saidBy, inferred } = graph.getEdgeAttributes(edge)
  const forward = graph.source(edge) === from
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
  }
}

/** How far a hop is to be doubted: by its confidence, and of two alike the inferred one more. */
function doubtOf({ confidence, inferred }: Hop): number {
  return confidenceRank(confidence) + (inferred === undefined ? 0 : 0.25)
}

function byTrust(a: Path, b: Path): number {
  if (a.length !== b.length) return a.length - b.length
  const [ours, theirs] = [a, b].map(({ hops }) => hops.map(doubtOf).sort((x, y) => y - x))
  for (let at = 0; at < a.length; at++) {
    const difference = (ours?.[at] ?? 0) - (theirs?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return compareText(keyOf(a), keyOf(b))
}

function keyOf({ hops }: Path): string {
  return hops.map(({ edge }) => edge).join(' ')
}
