import { claimTest, type Filter, nodeTest, relationNamed } from '../../graph/filter.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { compareText } from '../../text/compare-text.ts'
import type { RowFilter } from '../partial-graph.ts'
import { doubtLevels, type PathIndex, trustPlace } from '../path-index.ts'
import type { Term } from '../term.ts'

/** `edgeTest` by number: whether a filter keeps an edge and no relation is avoided. Undefined where all are kept. */
export function keptEdges(
  index: PathIndex,
  filter: Filter,
  avoid: readonly Term[],
): ((edge: number) => boolean) | undefined {
  const relations = keptRelations(index, filter, avoid)
  const kinds = filter.kinds && index.kinds.map((kind) => filter.kinds?.includes(kind))
  const levels = keptLevels(filter)
  const { types, from, to, sources, withoutSources, saidBy, withoutSpeakers } = filter
  const looksAtNodes = [types, from, to].some((value) => value !== undefined)
  const looksAtClaims = [from, to, sources, withoutSources, saidBy, withoutSpeakers].some(
    (value) => value !== undefined,
  )
  if (!relations && !kinds && !levels && !looksAtNodes && !looksAtClaims) return undefined
  const keepsClaim = claimTest(filter)
  const keepsNode = looksAtNodes ? keptNodes(index, filter) : () => true
  return (edge) =>
    relations?.[index.relation[edge] as number] !== false &&
    kinds?.[index.kind[edge] as number] !== false &&
    levels?.[index.doubt[edge] as number] !== false &&
    (!looksAtClaims || keepsClaim(index.claims[edge] as (typeof index.claims)[number])) &&
    keepsNode(index.sources[edge] as number) &&
    keepsNode(index.targets[edge] as number)
}

/** Which edges of a row can pass such a filter at all, as far as its relations and its time tell. */
export function rowFilterOf(
  graph: KnowledgeGraph,
  { relations, kinds, from, to }: Filter,
  avoid: readonly Term[],
): RowFilter {
  const wanted = relations?.map((name) => relationNamed(graph, name) ?? name)
  const avoided = avoid.flatMap(({ kind, id }) => (kind === 'relation' ? id : []))
  const known = Object.entries(graph.getAttribute('ontology').relations)
  const kept = known
    .filter(
      ([id, { kind }]) =>
        !avoided.includes(id) && wanted?.includes(id) !== false && kinds?.includes(kind) !== false,
    )
    .map(([id]) => id)
  return {
    ...(kept.length < known.length && { relations: kept.sort(compareText) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}

/** By level of doubt: what needs no look at the claim itself. */
function keptLevels({ minConfidence, noInferred }: Filter): boolean[] | undefined {
  if (minConfidence === undefined && !noInferred) return undefined
  const least = minConfidence === undefined ? doubtLevels : trustPlace(minConfidence)
  return Array.from(
    { length: doubtLevels },
    (_, level) => Math.floor(level / 2) <= least && !(noInferred && level % 2 === 1),
  )
}

function keptRelations(
  { graph, relations }: PathIndex,
  filter: Filter,
  avoid: readonly Term[],
): boolean[] | undefined {
  const avoided = avoid.flatMap(({ kind, id }) => (kind === 'relation' ? id : []))
  if (avoided.length === 0 && filter.relations === undefined) return undefined
  const wanted = filter.relations?.map((name) => relationNamed(graph, name) ?? name)
  return relations.map((name) => !avoided.includes(name) && wanted?.includes(name) !== false)
}

/** Each node is asked once, however many edges it has. */
function keptNodes({ graph, nodes }: PathIndex, filter: Filter): (node: number) => boolean {
  const keeps = nodeTest(graph, filter)
  const known = new Uint8Array(nodes.length)
  return (node) => {
    if (known[node] === 0) known[node] = keeps(nodes[node] ?? '') ? 1 : 2
    return known[node] === 1
  }
}
