import type { OntologyAttributes } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** An entity beside the others, by how many relations it has. */
export interface Standing {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly degree: number
}

/** So many of the best connected entities are named. */
const mostBest = 25

/** The most relations first, and of two alike the first by id. */
export function byDegree(a: Pick<Standing, 'id' | 'degree'>, b: Pick<Standing, 'id' | 'degree'>) {
  return b.degree - a.degree || compareText(a.id, b.id)
}

/** How many relations each entity has, counted node by node and edge by edge. */
export function standingTally(): {
  readonly addNode: (id: string) => void
  /** One that leads back to its node counts twice. */
  readonly addEdge: (source: string, target: string) => void
  /** The most relations first, sorted only as far as somebody goes. */
  readonly sorted: () => Iterable<Pick<Standing, 'id' | 'degree'>>
} {
  const degrees = new Map<string, number>()
  return {
    addNode: (id) => void degrees.set(id, 0),
    addEdge: (source, target) => {
      for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
    },
    sorted: () => inOrder(degrees),
  }
}

function* inOrder(degrees: ReadonlyMap<string, number>) {
  const alike = new Map<number, string[]>()
  for (const [id, degree] of degrees) {
    const ids = alike.get(degree)
    if (ids) ids.push(id)
    else alike.set(degree, [id])
  }
  const most = [...alike].sort(([a], [b]) => b - a)
  for (const [degree, ids] of most) for (const id of ids.sort(compareText)) yield { id, degree }
}

/**
 * Who stands out of those that are given, the most relations first. Places and other backdrops are passed over: in most
 * bases they would be all that there is to see.
 */
export function bestStanding(
  sorted: Iterable<Pick<Standing, 'id' | 'degree'>>,
  nodeOf: (id: string) => Pick<Standing, 'label' | 'type'> | undefined,
  types: OntologyAttributes['entities'],
): Standing[] {
  const best: Standing[] = []
  for (const { id, degree } of sorted) {
    if (best.length === mostBest) break
    const node = nodeOf(id)
    if (node === undefined || types[node.type]?.transit === false) continue
    best.push({ id, label: node.label, type: node.type, degree })
  }
  return best
}
