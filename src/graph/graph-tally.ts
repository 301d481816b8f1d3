import { sourcesOf } from './counts-of.ts'
import type { GraphPart } from './graph-part.ts'
import type { ClaimAttributes, GraphAttributes } from './knowledge-graph.ts'

/** How much the parts of a graph hold, counted on as they change: the same numbers as `countsOf` the graph. */
export interface GraphTally {
  readonly replace: (before: GraphPart | undefined, now: GraphPart | undefined) => void
  readonly counts: () => GraphAttributes['counts']
}

export function graphTally(): GraphTally {
  let [entities, relations, claims] = [0, 0, 0]
  const cited = new Map<string, number>()

  const count = (part: GraphPart, by: 1 | -1) => {
    const itsClaims = claimsOf(part)
    entities += by
    relations += by * part.edges.length
    claims += by * itsClaims.length
    for (const source of itsClaims.flatMap(sourcesOf)) {
      const times = (cited.get(source) ?? 0) + by
      if (times > 0) cited.set(source, times)
      else cited.delete(source)
    }
  }
  return {
    replace: (before, now) => {
      if (before) count(before, -1)
      if (now) count(now, 1)
    },
    counts: () => ({ entities, relations, claims, sources: cited.size }),
  }
}

function claimsOf({ node, edges }: GraphPart): ClaimAttributes[] {
  const relations = edges.map(({ attributes }): ClaimAttributes => attributes)
  return [...relations, ...Object.values(node.attributes).flat()]
}
