import type { EdgeAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { compareText } from '../../text/compare-text.ts'
import type { Stints } from '../edge-columns.ts'

/** An edge as GEXF holds it. Readers merge edges that share source, target and kind, so none do. */
export interface GexfEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly kind: string
  /** The claims behind it, earliest first. */
  readonly stints: Stints
}

/** One edge for all stints of a pair and relation or, lossless, one a stint with the kind `leads#2`. */
export function* gexfEdges(graph: KnowledgeGraph, lossless: boolean): Generator<GexfEdge> {
  for (const source of graph.nodes()) yield* edgesFrom(graph, source, lossless)
}

interface OpenEdge extends GexfEdge {
  readonly stints: [EdgeAttributes, ...EdgeAttributes[]]
}

function edgesFrom(graph: KnowledgeGraph, source: string, lossless: boolean): GexfEdge[] {
  const edges: OpenEdge[] = []
  let number = 1
  for (const { key, target, attributes } of stintsFrom(graph, source)) {
    const { relation } = attributes
    const last = edges.at(-1)
    const another = last?.target === target && last.stints[0].relation === relation
    number = another ? number + 1 : 1
    if (another && !lossless) last.stints.push(attributes)
    else {
      const kind = number === 1 ? relation : `${relation}#${number}`
      edges.push({ key, source, target, kind, stints: [attributes] })
    }
  }
  return edges
}

interface Stint {
  readonly key: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

function stintsFrom(graph: KnowledgeGraph, source: string): Stint[] {
  const stints: Stint[] = []
  graph.forEachOutEdge(source, (key, attributes, _, target) => {
    stints.push({ key, target, attributes })
  })
  return stints.sort(byTargetRelationAndKey)
}

/** Stints are numbered in order of date, so that a shorter key is an earlier one. */
function byTargetRelationAndKey(a: Stint, b: Stint): number {
  return (
    compareText(a.target, b.target) ||
    compareText(a.attributes.relation, b.attributes.relation) ||
    a.key.length - b.key.length ||
    compareText(a.key, b.key)
  )
}
