import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { positionsByCommunity } from './layout-communities.ts'
import type { Component, TieGraph } from './layout-components.ts'
import { positionsByDistance } from './layout-distances.ts'
import { faceAsUsual } from './layout-facing.ts'
import type { Position } from './layout-position.ts'
import { keepApart } from './layout-separation.ts'
import { shapePicture } from './layout-shape.ts'
import { turnLevel } from './layout-turn.ts'
import { wishesIn, wishOf } from './layout-wishes.ts'

/** Places the nodes of one component around the origin, wider than high and with room for labels. */
export function layoutComponent(
  component: Component,
  sizeOf: (node: string) => number,
): Map<string, Position> {
  const ties = tieGraph(component)
  const start = startOf(ties)
  ties.updateEachNodeAttributes((node, attributes) => ({ ...attributes, ...start.get(node) }))
  if (ties.order > 2) pull(ties)
  const pulled = ties.mapNodes((_, { x, y }) => ({ x, y }))
  const wishes = wishesIn(component)
  const shaped = shapePicture(faceAsUsual(turnLevel(pulled, wishes), wishes))
  const places = ties.order <= labelled ? separate(component.nodes, shaped, sizeOf) : shaped
  return new Map(component.nodes.map((node, index) => [node, places[index] ?? { x: 0, y: 0 }]))
}

/** Up to so many nodes all distances are measured; of more, only communities are placed. */
const measured = 600

function startOf(ties: TieGraph): Map<string, Position> {
  const byDistance = ties.order > 2 && ties.order <= measured && positionsByDistance(ties)
  return byDistance ? apart(byDistance) : positionsByCommunity(ties)
}

/** No further than by rounding: between such nodes the forces would be no numbers, or throw one out of the picture. */
const onOneSpot = 1e-12

/** Those that are tied to the same others have the same distances, and so may stand on one spot; their ids part them. */
function apart(places: ReadonlyMap<string, Position>): Map<string, Position> {
  const parted = new Map<string, Position>()
  for (const [node, { x, y }] of places) {
    const isTaken = [...parted.values()].some(
      (other) => Math.abs(other.x - x) < onOneSpot && Math.abs(other.y - y) < onOneSpot,
    )
    const { right, up } = wishOf(node)
    const step = isTaken ? 0.3 / 0x7fff : 0
    parted.set(node, { x: x + right * step, y: y + up * step })
  }
  return parted
}

function tieGraph({ nodes, ties }: Component): TieGraph {
  const graph: TieGraph = new UndirectedGraph()
  for (const node of nodes) graph.addNode(node, { x: 0, y: 0 })
  for (const { source, target, weight } of ties) graph.addEdge(source, target, { weight })
  return graph
}

/** Larger graphs get fewer rounds, because their communities stand in about the right place already. */
function pull(ties: TieGraph): void {
  forceAtlas2.assign(ties, {
    iterations: Math.max(8, Math.min(600, Math.round(400_000 / ties.order))),
    getEdgeWeight: 'weight',
    settings: {
      barnesHutOptimize: ties.order > measured,
      barnesHutTheta: 1.2,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 5,
    },
  })
}

/** Up to so many nodes a picture is read label by label. */
const labelled = 1000

/** Room for labels, which run across, and then at least for the discs. */
function separate(
  nodes: readonly string[],
  places: readonly Position[],
  sizeOf: (node: string) => number,
): Position[] {
  const discsAt = (points: readonly Position[]) =>
    points.map((point, index) => ({ ...point, size: sizeOf(nodes[index] ?? '') }))
  const labels = keepApart(discsAt(places), { margin: 8, shape: 8 })
  return keepApart(discsAt(labels), { margin: 1, shape: 1 })
}
