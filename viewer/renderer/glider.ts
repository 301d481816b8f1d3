import type Sigma from 'sigma'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { prefersStillness } from './stillness.ts'

export interface Glider {
  /** Moves what both graphs have from its old place to that in the second one, which is drawn. */
  readonly run: (before: KnowledgeGraph, after: KnowledgeGraph) => void
  /** Ends a movement at once, with every node at its place. */
  readonly finish: () => void
}

interface Way {
  readonly node: string
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

const milliseconds = 450

/** More nodes than this move at once. */
const most = 1500

export function glider(sigma: Sigma): Glider {
  let finish = () => {}
  const run = (before: KnowledgeGraph, after: KnowledgeGraph) => {
    const ways = waysBetween(before, after)
    if (prefersStillness() || ways.length === 0 || after.order > most) return
    sigma.setCustomBBox(sigma.getBBox())
    finish = along(after, ways, () => {
      sigma.setCustomBBox(null)
      finish = () => {}
    })
  }
  return { run, finish: () => finish() }
}

function waysBetween(before: KnowledgeGraph, after: KnowledgeGraph): Way[] {
  return after.nodes().flatMap((node) => {
    if (!before.hasNode(node)) return []
    const [old, next] = [before.getNodeAttributes(node), after.getNodeAttributes(node)]
    const from = [old.x ?? 0, old.y ?? 0] as const
    const to = [next.x ?? 0, next.y ?? 0] as const
    return from[0] === to[0] && from[1] === to[1] ? [] : [{ node, from, to }]
  })
}

/** Moves the nodes frame by frame; the result ends the movement. */
function along(graph: KnowledgeGraph, ways: readonly Way[], done: () => void): () => void {
  const byNode = new Map(ways.map((way) => [way.node, way]))
  const started = performance.now()
  let frame = 0
  const place = (share: number) => {
    const eased = 1 - (1 - share) ** 3
    graph.updateEachNodeAttributes(
      (node, attributes) => {
        const way = byNode.get(node)
        if (way === undefined) return attributes
        const at = (axis: 0 | 1) => way.from[axis] + (way.to[axis] - way.from[axis]) * eased
        return { ...attributes, x: at(0), y: at(1) }
      },
      { attributes: ['x', 'y'] },
    )
  }
  const end = () => {
    cancelAnimationFrame(frame)
    place(1)
    done()
  }
  const step = (now: number) => {
    const share = (now - started) / milliseconds
    if (share >= 1) return end()
    place(Math.max(0, share))
    frame = requestAnimationFrame(step)
  }
  place(0)
  frame = requestAnimationFrame(step)
  return end
}
