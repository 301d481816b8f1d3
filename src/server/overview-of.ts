import type { GraphParts } from '../graph/graph-part.ts'
import { compareText } from '../text/compare-text.ts'
import type { GraphOverview, Standing } from './graph-question.ts'
import type { ServedGraph } from './served-graph.ts'

/** So many of the best connected entities are named. */
const mostBest = 25

/** So many of those that tie two or more of them to each other stand between them in the first picture. */
const mostBetween = 50

/** So many neighbours of each of the best connected stand beside it where those have hardly any in common. */
const fewOwn = 3

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
  const best = bestOf(served.shown(), served.degreeOf)
  return {
    version: served.version(),
    attributes,
    entitiesByType: counts(types),
    relationsByType: counts(relations),
    best,
    first: firstOf(parts, new Set(best.map(({ id }) => id))),
  }
}

/** Places and other backdrops are passed over: in most bases they would be all that there is to see. */
function bestOf({ attributes, parts }: GraphParts, degreeOf: (id: string) => number): Standing[] {
  const types = attributes.ontology.entities
  return [...parts]
    .filter(([, { node }]) => types[node.type]?.transit !== false)
    .map(([id, { node }]) => ({ id, label: node.label, type: node.type, degree: degreeOf(id) }))
    .sort((a, b) => b.degree - a.degree || compareText(a.id, b.id))
    .slice(0, mostBest)
}

function firstOf(parts: GraphParts['parts'], best: ReadonlySet<string>): readonly string[] {
  const ties = tiesTo(parts, best)
  const near = [...ties]
    .filter(([id]) => !best.has(id))
    .sort(([a, first], [b, second]) => second.size - first.size || compareText(a, b))
  const between = near.filter(([, ends]) => ends.size > 1).slice(0, mostBetween)
  // Where the best connected have nobody in common, each shows some of its own.
  const own = [...best].flatMap((id) => near.filter(([, ends]) => ends.has(id)).slice(0, fewOwn))
  const others = new Map(between.length < best.size ? own : between)
  const tied = new Set([...others.values()].flatMap((ends) => [...ends]))
  const kept = [...best].filter((id) => tied.has(id) || ties.has(id))
  return kept.length > 0 ? [...kept, ...others.keys()] : [...best]
}

/** To which of some entities each entity is tied. */
function tiesTo(
  parts: GraphParts['parts'],
  some: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const ties = new Map<string, Set<string>>()
  const tie = (one: string, other: string) => {
    if (some.has(one) && one !== other) ties.set(other, (ties.get(other) ?? new Set()).add(one))
  }
  for (const [source, { edges }] of parts) {
    for (const { target } of edges) {
      tie(source, target)
      tie(target, source)
    }
  }
  return ties
}

function count(counted: Map<string, number>, name: string): void {
  counted.set(name, (counted.get(name) ?? 0) + 1)
}

function counts(counted: ReadonlyMap<string, number>) {
  return [...counted]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
}
