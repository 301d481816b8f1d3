import type { GraphParts } from '../graph/graph-part.ts'
import { firstPicture } from '../queries/first-picture.ts'
import { bestStanding, byDegree } from '../queries/standing.ts'
import { compareText } from '../text/compare-text.ts'
import type { GraphOverview } from './graph-question.ts'
import type { ServedGraph } from './served-graph.ts'

/** What a reader sees first of a graph that is too large to be drawn: how much there is of what, and who stands out. */
export function overviewOf(
  served: Pick<ServedGraph, 'version' | 'shown' | 'degreeOf'>,
): GraphOverview {
  const { attributes, parts } = served.shown()
  const [types, relations] = [new Map<string, number>(), new Map<string, number>()]
  for (const { node, edges } of parts.values()) {
    count(types, node.type)
    for (const edge of edges) count(relations, edge.attributes.relation)
  }
  const sorted = Array.from(parts.keys(), (id) => ({ id, degree: served.degreeOf(id) })).sort(
    byDegree,
  )
  const nodeOf = (id: string) => parts.get(id)?.node
  const best = bestStanding(sorted, nodeOf, attributes.ontology.entities)
  return {
    version: served.version(),
    attributes,
    entitiesByType: counts(types),
    relationsByType: counts(relations),
    best,
    first: firstPicture(new Set(best.map(({ id }) => id)), tiesIn(parts)),
  }
}

function* tiesIn(parts: GraphParts['parts']) {
  for (const [source, { edges }] of parts) for (const { target } of edges) yield { source, target }
}

function count(counted: Map<string, number>, name: string): void {
  counted.set(name, (counted.get(name) ?? 0) + 1)
}

function counts(counted: ReadonlyMap<string, number>) {
  return [...counted]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
}
