import { confidenceRank } from '../graph/filter.ts'
import type { Evidence, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** The surest claim first, of two alike the one that sources state, then by key: the order of trust of paths. */
export function bySurest(a: Claim, b: Claim): number {
  return doubtOf(a) - doubtOf(b) || compareText(a.edge, b.edge)
}

/** Of edges the surest one. */
export function surestOf(graph: KnowledgeGraph, edges: readonly string[]): string | undefined {
  let best: Claim | undefined
  for (const edge of edges) {
    const { confidence, inferred } = graph.getEdgeAttributes(edge)
    const claim = {
      edge,
      ...(confidence !== undefined && { confidence }),
      ...(inferred !== undefined && { inferred }),
    }
    if (best === undefined || bySurest(claim, best) < 0) best = claim
  }
  return best?.edge
}

interface Claim extends Pick<Evidence, 'confidence' | 'inferred'> {
  readonly edge: string
}

/** How far a claim is to be doubted: by its confidence, and of two alike the inferred one more. */
export function doubtOf({
  confidence,
  inferred,
}: Pick<Evidence, 'confidence' | 'inferred'>): number {
  return confidenceRank(confidence) + (inferred === undefined ? 0 : 0.25)
}
