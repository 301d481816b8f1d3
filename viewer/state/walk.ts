import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { neighbours } from '../../src/queries/neighbours.ts'
import type { Selection } from './view-state.ts'
import type { Visible } from './visible.ts'

interface Point {
  readonly x: number
  readonly y: number
}

type PlaceOf = (node: string) => Point | undefined

/** How far off the direction a neighbour may lie, as a cosine: 70 degrees. */
const widest = 0.34

/**
 * The visible neighbour that lies best in a direction on the screen: straight ahead counts more than near.
 * From a relation the step is to its end on that side, and from nothing to the best connected entity.
 */
export function stepTowards(
  graph: KnowledgeGraph,
  visible: Visible,
  selected: Selection | null,
  placeOf: PlaceOf,
  direction: Point,
): string | undefined {
  if (selected === null) return mostCentral(graph, visible)
  const candidates = candidatesFrom(graph, visible, selected)
  const from = middleOf(selected.kind === 'entity' ? [selected.id] : candidates, placeOf)
  if (from === undefined) return undefined
  const [best] = candidates
    .map((id) => ({ id, cost: costOf(from, placeOf(id), direction) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
  return best?.id
}

function costOf(from: Point, to: Point | undefined, direction: Point): number {
  if (to === undefined) return Infinity
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const far = Math.hypot(dx, dy)
  const along = far === 0 ? 0 : (dx * direction.x + dy * direction.y) / far
  return along < widest ? Infinity : far / along ** 3
}

/** The relation after or before the selected one, in the order in which an entity's relations are listed. */
export function nextRelation(
  graph: KnowledgeGraph,
  visible: Visible,
  selected: Selection | null,
  anchor: string | null,
  by: 1 | -1,
): string | undefined {
  const around = entityOf(graph, selected, anchor)
  if (around === undefined) return undefined
  const edges = neighbours(graph, around)
    .map(({ edge }) => edge)
    .filter((edge) => visible.edges.has(edge))
  const at = selected?.kind === 'relation' ? edges.indexOf(selected.id) : -1
  const next = at < 0 ? (by > 0 ? 0 : edges.length - 1) : at + by
  return edges[(next + edges.length) % edges.length]
}

function entityOf(
  graph: KnowledgeGraph,
  selected: Selection | null,
  anchor: string | null,
): string | undefined {
  if (selected === null) return undefined
  if (selected.kind === 'entity') return selected.id
  const ends = graph.extremities(selected.id)
  return ends.find((end) => end === anchor) ?? ends[0]
}

function candidatesFrom(graph: KnowledgeGraph, visible: Visible, selected: Selection): string[] {
  if (selected.kind === 'relation') return graph.extremities(selected.id)
  const near = graph
    .edges(selected.id)
    .filter((edge) => visible.edges.has(edge) && !graph.isSelfLoop(edge))
    .map((edge) => graph.opposite(selected.id, edge))
  return [...new Set(near)]
}

/** Where a walk begins: the visible entity with the most relations. */
function mostCentral(graph: KnowledgeGraph, visible: Visible): string | undefined {
  let best: string | undefined
  for (const id of visible.nodes) {
    if (best === undefined || graph.degree(id) > graph.degree(best)) best = id
  }
  return best
}

function middleOf(nodes: readonly string[], placeOf: PlaceOf): Point | undefined {
  const places = nodes.map(placeOf).filter((place) => place !== undefined)
  if (places.length === 0) return undefined
  return {
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  }
}
