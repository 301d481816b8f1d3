import type {
  ClaimAttributes,
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { coverageTally, type SourceCoverage } from './source-coverage.ts'

/** How much there is of what, and how well it is founded. Counts are sorted from most to least, then by name. */
export interface Statistics {
  readonly name: string
  readonly entities: number
  readonly relations: number
  readonly attributes: number
  readonly entitiesByType: readonly Count[]
  readonly relationsByType: readonly Count[]
  readonly relationsByKind: readonly Count[]
  readonly claims: ClaimCounts
  readonly sources: readonly SourceCoverage[]
}

export interface Count {
  readonly name: string
  readonly count: number
}

export interface ClaimCounts {
  readonly all: number
  readonly uncited: number
  /** Rests on one source alone. */
  readonly singleSource: number
  readonly inferred: number
  readonly withRivals: number
  readonly undated: number
  readonly byConfidence: readonly Count[]
}

export function statistics(graph: KnowledgeGraph): Statistics {
  const tally = statisticsTally()
  graph.forEachNode((_, node) => tally.addNode(node))
  graph.forEachEdge((_, edge) => tally.addEdge(edge))
  return tally.statistics(graph.getAttributes())
}

/** The same, counted node by node and edge by edge. */
export interface StatisticsTally {
  readonly addNode: (node: NodeAttributes) => void
  readonly addEdge: (edge: EdgeAttributes) => void
  readonly statistics: (graph: GraphAttributes) => Statistics
}

export function statisticsTally(): StatisticsTally {
  const [types, relations, kinds] = [counter(), counter(), counter()]
  const claims = claimTally()
  const { add: cover, coverage } = coverageTally()
  const addClaim = (claim: ClaimAttributes) => {
    claims.add(claim)
    cover(claim)
  }
  return {
    addNode: ({ type, attributes }) => {
      types.add(type)
      for (const claim of Object.values(attributes).flat()) addClaim(claim)
    },
    addEdge: (edge) => {
      relations.add(edge.relation)
      kinds.add(edge.kind)
      addClaim(edge)
    },
    statistics: ({ name, sources }) => ({
      name,
      entities: types.all(),
      relations: relations.all(),
      attributes: claims.counts().all - relations.all(),
      entitiesByType: types.sorted(),
      relationsByType: relations.sorted(),
      relationsByKind: kinds.sorted(),
      claims: claims.counts(),
      sources: coverage(sources),
    }),
  }
}

function claimTally() {
  const counts = { all: 0, uncited: 0, singleSource: 0, inferred: 0, withRivals: 0, undated: 0 }
  const confidences = counter()
  const add = ({ citations, inferred, rivals, when, confidence }: ClaimAttributes) => {
    counts.all++
    counts.uncited += Number(citations.length === 0)
    counts.singleSource += Number(new Set(citations.map(({ source }) => source)).size === 1)
    counts.inferred += Number(inferred !== undefined)
    counts.withRivals += Number(rivals.length > 0)
    counts.undated += Number(when === undefined)
    confidences.add(confidence ?? 'not stated')
  }
  return {
    add,
    counts: (): ClaimCounts => ({ ...counts, byConfidence: confidences.sorted() }),
  }
}

function counter() {
  const counts = new Map<string, number>()
  let all = 0
  return {
    add: (name: string) => {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      all++
    },
    all: () => all,
    sorted: (): Count[] =>
      [...counts]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => b.count - a.count || compareText(a.name, b.name)),
  }
}
