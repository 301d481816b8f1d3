import type { EdgeAttributes } from '../graph/knowledge-graph.ts'

export const linePatterns = ['solid', 'dashed', 'dotted', 'dash-dot'] as const
export type LinePattern = (typeof linePatterns)[number]

/** How firm a claim is, told by the line and not by its colour. */
export function linePattern(
  edge: Pick<EdgeAttributes, 'inferred' | 'rivals' | 'confidence'>,
): LinePattern {
  if (edge.inferred !== undefined) return 'dotted'
  if (edge.rivals.length > 0) return 'dash-dot'
  return isWeak(edge.confidence) ? 'dashed' : 'solid'
}

export const patternMeanings: Readonly<Record<LinePattern, string>> = {
  solid: 'Stated by a source',
  dashed: 'Possible, doubtful or improbable',
  dotted: 'Inferred by the curator',
  'dash-dot': 'Sources disagree',
}

function isWeak(confidence: EdgeAttributes['confidence']): boolean {
  return confidence === 'possible' || confidence === 'doubtful' || confidence === 'improbable'
}
