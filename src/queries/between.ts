import { edgeTest, type Filter, nodeTest } from '../graph/filter.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { seededRandom } from '../graph/seeded-random.ts'
import { compareText } from '../text/compare-text.ts'
import { betweenness, type Traffic } from './betweenness.ts'
import { surestOf } from './by-surest.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'
import { type TieIndex, tieIndex } from './tie-index.ts'

export interface BetweenQuestion {
  /** Which types of entities are ranked; the chains run over the others too. */
  readonly types?: readonly string[]
  /** What the chains may be made of. */
  readonly filter?: Filter
  /** Types that chains may run through although their ontology says `transit: false`. */
  readonly through?: readonly string[]
  readonly top?: number
  /** Look from every entity, however long it takes. */
  readonly exact?: boolean
}

export interface BetweenAnswer {
  readonly ranked: readonly Between[]
  /** How many entities of the types asked for lie between any others. */
  readonly total: number
  /** How many entities were looked at. */
  readonly entities: number
  /** From how many of them, chosen at random, the answer is estimated; absent where it is exact. */
  readonly sampled?: number
}

export interface Between {
  readonly entity: string
  /** Of all pairs of other entities, how many have it on their shortest chain; where chains are equal, in part. */
  readonly share: number
  /** Standard error of the share, where it is estimated. */
  readonly error?: number
  /** The ties that bear most of this, the greatest first: the surest claim of each. */
  readonly over: readonly Neighbour[]
}

/** Above so many steps not every entity is looked from: a second or two. */
const mostSteps = 100_000_000
const fewestStarts = 100
const seed = 1

/** The entities that connect others: who lies most often on the shortest chains between all pairs. */
export function between(graph: KnowledgeGraph, question: BetweenQuestion = {}): BetweenAnswer {
  const { work, answer } = prepare(graph, question)
  for (;;) {
    const { done, value } = work.next()
    if (done) return answer(value)
  }
}

/** After so many steps the others get their turn. */
const stepsInOneGo = 5_000_000

/** The same for who does not want to wait: rejects with the signal's reason as soon as it is aborted. */
export async function betweenInTurns(
  graph: KnowledgeGraph,
  question: BetweenQuestion,
  signal: AbortSignal,
): Promise<BetweenAnswer> {
  signal.throwIfAborted()
  const { work, answer } = prepare(graph, question)
  let steps = 0
  for (;;) {
    const { done, value } = work.next()
    if (done) return answer(value)
    steps += value
    if (steps < stepsInOneGo) continue
    steps = 0
    await new Promise((resume) => setTimeout(resume))
    signal.throwIfAborted()
  }
}

function prepare(graph: KnowledgeGraph, question: BetweenQuestion) {
  const filter = question.filter ?? {}
  const keepsEdge = edgeTest(graph, filter)
  const index = tieIndex(graph, nodeTest(graph, filter), keepsEdge)
  const starts = startsFor(index, question.exact === true)
  const work = betweenness(index, starts, passable(graph, index, question.through ?? []))
  const answer = (traffic: Traffic) =>
    answerFrom({ graph, question, keepsEdge, index, traffic, starts: starts.length })
  return { work, answer }
}

/** Every node, or as many as there is time for, drawn without favour: the same ones each time. */
function startsFor(index: TieIndex, exact: boolean): number[] {
  const order = index.nodes.length
  const starts = Array.from({ length: order }, (_, node) => node)
  const affordable = Math.max(fewestStarts, Math.floor(mostSteps / (order + 2 * index.size)))
  if (exact || affordable >= order) return starts
  const random = seededRandom(seed)
  for (let at = 0; at < affordable; at++) {
    const other = at + Math.floor(random() * (order - at))
    const [a = 0, b = 0] = [starts[at], starts[other]]
    starts[at] = b
    starts[other] = a
  }
  return starts.slice(0, affordable)
}

function passable(graph: KnowledgeGraph, { nodes }: TieIndex, through: readonly string[]) {
  const { entities } = graph.getAttribute('ontology')
  return Uint8Array.from(nodes, (node) => {
    const { type, types } = graph.getNodeAttributes(node)
    const isOpen = entities[type]?.transit !== false || through.some((name) => types.includes(name))
    return isOpen ? 1 : 0
  })
}

interface Outcome {
  readonly graph: KnowledgeGraph
  readonly question: BetweenQuestion
  readonly keepsEdge: (edge: string) => boolean
  readonly index: TieIndex
  readonly traffic: Traffic
  readonly starts: number
}

function answerFrom(outcome: Outcome): BetweenAnswer {
  const { graph, question, index, starts } = outcome
  const order = index.nodes.length
  const isRanked = nodeTest(graph, question.types === undefined ? {} : { types: question.types })
  const found = index.nodes
    .map((entity, node) => ({ entity, node, ...shareOf(outcome, node) }))
    .filter(({ entity, share }) => share > 0 && isRanked(entity))
    .sort((a, b) => b.share - a.share || compareText(a.entity, b.entity))
  return {
    ranked: found
      .slice(0, question.top ?? found.length)
      .map(({ node, ...ranked }) => ({ ...ranked, over: busiest(outcome, node) })),
    total: found.length,
    entities: order,
    ...(starts < order && { sampled: starts }),
  }
}

/** Rounded beyond what the order of the sums can change, so that equal shares are equal. */
function shareOf({ index, traffic, starts }: Outcome, node: number) {
  const order = index.nodes.length
  const scale = order / Math.max(1, (order - 1) * (order - 2))
  const mean = (traffic.overNode[node] ?? 0) / starts
  const share = Number((mean * scale).toPrecision(9))
  if (starts === order) return { share }
  const variance = Math.max(0, (traffic.squares[node] ?? 0) / starts - mean * mean)
  const ofMean = Math.sqrt((variance / starts) * (1 - starts / order))
  return { share, error: Number((ofMean * scale).toPrecision(2)) }
}

const mostTies = 2

/** The busiest ties of a node; several claims of one tie bear the same, and the surest stands for them. */
function busiest({ graph, keepsEdge, index, traffic }: Outcome, node: number): Neighbour[] {
  const id = index.nodes[node] ?? ''
  const rows = []
  for (let at = index.starts[node] ?? 0; at < (index.starts[node + 1] ?? 0); at++) {
    const other = index.nodes[index.neighbours[at] ?? 0] ?? ''
    const load = Number((traffic.overTie[index.ties[at] ?? 0] ?? 0).toPrecision(9))
    rows.push({ other, load })
  }
  return rows
    .sort((a, b) => b.load - a.load || compareText(a.other, b.other))
    .slice(0, mostTies)
    .flatMap(({ other }) => {
      const surest = surestOf(graph, graph.edges(id, other).filter(keepsEdge))
      return surest === undefined ? [] : neighbourBy(graph, id, surest)
    })
}
