import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { communitiesOf } from './communities.ts'
import type { TieGraph } from './layout-components.ts'
import { type Position, sunflower } from './layout-position.ts'

/** A first picture: communities as discs that forces have placed, their nodes spread within. */
export function positionsByCommunity(ties: TieGraph): Map<string, Position> {
  const communities = communitiesOf(ties)
  const centres = placeCommunities(ties, communities)
  const positions = new Map<string, Position>()
  for (const [index, members] of communities.entries()) {
    const centre = centres[index] ?? { x: 0, y: 0 }
    const points = sunflower(members.length)
    for (const [place, node] of members.entries()) {
      const point = points[place] ?? { x: 0, y: 0 }
      positions.set(node, { x: centre.x + point.x, y: centre.y + point.y })
    }
  }
  return positions
}

/** Centres far enough apart that discs of one unit of area a member hardly overlap. */
function placeCommunities(ties: TieGraph, communities: readonly string[][]): Position[] {
  const spacing = 2 * Math.sqrt(ties.order / communities.length)
  const seeds = sunflower(communities.length).map(({ x, y }) => ({
    x: x * spacing,
    y: y * spacing,
  }))
  if (communities.length < 3) return seeds
  const placed = forceAtlas2(communityGraph(ties, communities, seeds), {
    iterations: 100,
    getEdgeWeight: 'weight',
    settings: { strongGravityMode: true, gravity: 0.05, scalingRatio: 10, slowDown: 5 },
  })
  const positions = communities.map((_, index) => placed[index] ?? { x: 0, y: 0 })
  const scale = reach(seeds) / reach(positions)
  return positions.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
}

/** How far the points lie from the origin at most. */
function reach(points: readonly Position[]): number {
  return Math.sqrt(points.reduce((most, { x, y }) => Math.max(most, x * x + y * y), 0))
}

function communityGraph(
  ties: TieGraph,
  communities: readonly string[][],
  seeds: readonly Position[],
): UndirectedGraph<Position, { weight: number }> {
  const graph = new UndirectedGraph<Position, { weight: number }>()
  const communityOf = new Map<string, number>()
  for (const [index, members] of communities.entries()) {
    graph.addNode(index, seeds[index])
    for (const node of members) communityOf.set(node, index)
  }
  for (const { source, target, attributes } of ties.edgeEntries()) {
    const [a, b] = [communityOf.get(source), communityOf.get(target)]
    if (a === b) continue
    graph.updateEdge(a, b, ({ weight = 0 }) => ({ weight: weight + attributes.weight }))
  }
  return graph
}
