import { claimsOf } from '../graph/counts-of.ts'
import type { ClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { type SourceCoverage, sourceCoverage } from './source-coverage.ts'

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
  const nodes = graph.mapNodes((_, attributes) => attributes)
  const edges = graph.mapEdges((_, attributes) => attributes)
  const claims = claimsOf(graph)
  return {
    name: graph.getAttribute('name'),
    entities: graph.order,
    relations: graph.size,
    attributes: claims.length - graph.size,
    entitiesByType: countBy(nodes.map(({ type }) => type)),
    relationsByType: countBy(edges.map(({ relation }) => relation)),
    relationsByKind: countBy(edges.map(({ kind }) => kind)),
    claims: countClaims(claims),
    sources: sourceCoverage(graph),
  }
}

function countClaims(claims: readonly ClaimAttributes[]): ClaimCounts {
  const count = (test: (claim: ClaimAttributes) => boolean) => claims.filter(test).length
  return {
    all: claims.length,
    uncited: count(({ citations }) => citations.length === 0),
    singleSource: count(
      ({ citations }) => new Set(citations.map(({ source }) => source)).size === 1,
    ),
    inferred: count(({ inferred }) => inferred !== undefined),
    withRivals: count(({ rivals }) => rivals.length > 0),
    undated: count(({ when }) => when === undefined),
    byConfidence: countBy(claims.map(({ confidence }) => confidence ?? 'not stated')),
  }
}

function countBy(names: readonly string[]): Count[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
}
