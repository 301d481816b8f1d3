import type { ClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

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

export interface SourceCoverage {
  readonly id: string
  readonly title: string
  /** Claims that cite it. */
  readonly claims: number
  /** Its locators that claims cite. */
  readonly cited: readonly string[]
  /** How many paragraphs it has, where the curator counted them. */
  readonly paragraphs?: number
}

export function statistics(graph: KnowledgeGraph): Statistics {
  const nodes = graph.mapNodes((_, attributes) => attributes)
  const edges = graph.mapEdges((_, attributes) => attributes)
  const attributes = nodes.flatMap((node) => Object.values(node.attributes).flat())
  const claims = [...edges, ...attributes]
  return {
    name: graph.getAttribute('name'),
    entities: graph.order,
    relations: graph.size,
    attributes: attributes.length,
    entitiesByType: countBy(nodes.map(({ type }) => type)),
    relationsByType: countBy(edges.map(({ relation }) => relation)),
    relationsByKind: countBy(edges.map(({ kind }) => kind)),
    claims: countClaims(claims),
    sources: coverage(graph, claims),
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

function coverage(graph: KnowledgeGraph, claims: readonly ClaimAttributes[]): SourceCoverage[] {
  const citing = new Map<string, { claims: number; places: Set<string> }>()
  for (const { citations } of claims) {
    for (const id of new Set(citations.map(({ source }) => source))) {
      const known = citing.get(id) ?? { claims: 0, places: new Set() }
      citing.set(id, { ...known, claims: known.claims + 1 })
    }
    for (const { source, at } of citations) if (at !== undefined) citing.get(source)?.places.add(at)
  }
  return Object.entries(graph.getAttribute('sources')).map(([id, { title, paragraphs }]) => {
    const { claims: cited, places } = citing.get(id) ?? { claims: 0, places: [] }
    return {
      id,
      title,
      claims: cited,
      cited: [...places].sort((a, b) => a.length - b.length || compareText(a, b)),
      ...(paragraphs !== undefined && { paragraphs }),
    }
  })
}

function countBy(names: readonly string[]): Count[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
}
