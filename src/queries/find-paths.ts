import { formatSpan, intersect } from '../dates/holds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import { confidenceRank, edgeTest, type Filter } from '../graph/filter.ts'
import type {
  CitationAttributes,
  Evidence,
  KnowledgeGraph,
  RivalAttributes,
} from '../graph/knowledge-graph.ts'
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
  /** Other readings of the claim; absent where no source disputes it. */
  readonly rivals?: readonly RivalAttributes[]
}

export const longestByDefault = { shortest: 12, all: 4 } as const

/** Bounds on one answer, so that a question about a dense graph ends; what is cut off is the longest. */
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
  for (let length = shortest; length <= max; length++) {
    const paths = simplePaths(question, stepsFrom, distances, length, search)
    found = found.concat(paths.filter((path) => passesAll(graph, path, question.via ?? [])))
    const isEnough = found.length > (question.all ? budget.paths : 0)
    if (isEnough || search.truncated) break
  }
  const best = found.map((steps) => rank(graph, steps)).sort(byTrust)
  return {
    paths: best.slice(0, budget.paths).map(({ steps }) => explain(graph, steps)),
    truncated: search.truncated || found.length > budget.paths,
  }
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
    (question.via ?? []).some((term) => matchesTerm(graph, term, node))
  )
}

/**
 * Breadth first from the goal: how many hops each node is away from it, up to `max`, or up to the start where
 * nothing but the shortest paths is asked for.
 */
function distancesTo(
  { from, to, all, via }: PathQuestion,
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
    if (distances.has(from) && !all && !via?.length) break
  }
  return distances
}

/** All loopless walks of `length` hops; the distances cut every branch that cannot arrive in time. */
function simplePaths(
  { from, to }: PathQuestion,
  stepsFrom: Walker,
  distances: ReadonlyMap<string, number>,
  length: number,
  search: { steps: number; truncated: boolean },
): Step[][] {
  const found: Step[][] = []
  const path: Step[] = []
  const onPath = new Set([from])
  const mayArrive = (step: Step) => {
    const left = length - path.length - 1
    if (step.to === to) return left === 0
    return !onPath.has(step.to) && (distances.get(step.to) ?? Infinity) <= left
  }
  const visit = (node: string) => {
    const steps = stepsFrom(node)
    search.steps -= steps.length
    if (search.steps <= 0) search.truncated = true
    for (const step of steps.filter(mayArrive)) {
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
      : stationsOf(path, term).some((node) => matchesTerm(graph, term, node)),
  )
}

/** The entities that a term may name: those on the way, and an end when it is named by its id. */
function stationsOf(path: readonly Step[], { kind }: Term): string[] {
  const nodes = [...path.slice(0, 1).map(({ from }) => from), ...path.map(({ to }) => to)]
  return kind === 'entity' ? nodes : nodes.slice(1, -1)
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
  const { relation, when, confidence, citations, saidBy, inferred, rivals } =
    graph.getEdgeAttributes(edge)
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
    ...(rivals.length > 0 && { rivals }),
  }
}

/** The hop that is weaker than another, if the hops of a path differ in how far they are to be doubted. */
export function weakestOf({ hops, weakest }: Path): Hop | undefined {
  const doubts = hops.map(doubtOf)
  return Math.min(...doubts) < Math.max(...doubts) ? hops[weakest] : undefined
}

/** How far a hop is to be doubted: by its confidence, and of two alike the inferred one more. */
function doubtOf({ confidence, inferred }: Pick<Evidence, 'confidence' | 'inferred'>): number {
  return confidenceRank(confidence) + (inferred === undefined ? 0 : 0.25)
}

interface Ranked {
  readonly steps: readonly Step[]
  /** Of each hop, the greatest first. */
  readonly doubts: readonly number[]
  readonly key: string
}

function rank(graph: KnowledgeGraph, steps: readonly Step[]): Ranked {
  const doubts = steps.map(({ edge }) => doubtOf(graph.getEdgeAttributes(edge)))
  const key = steps.map(({ edge }) => edge).join(' ')
  return { steps, doubts: doubts.sort((a, b) => b - a), key }
}

function byTrust(a: Ranked, b: Ranked): number {
  if (a.steps.length !== b.steps.length) return a.steps.length - b.steps.length
  const at = a.doubts.findIndex((doubt, index) => doubt !== b.doubts[index])
  return at < 0 ? compareText(a.key, b.key) : (a.doubts[at] ?? 0) - (b.doubts[at] ?? 0)
}
