import type { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Attributes } from 'graphology-types'
import { seededRandom } from './seeded-random.ts'

/**
 * Nodes that are tied to each other more than to the rest, by Louvain's method: largest first, members in order of id.
 * The layout and `groups` share it, so that what a list calls a group is what the picture shows as one.
 */
export function communitiesOf(ties: UndirectedGraph<Attributes, { weight: number }>): string[][] {
  if (ties.size === 0) return [ties.nodes()]
  const numbers = louvain(ties, { getEdgeWeight: 'weight', rng: seededRandom(1) })
  const communities = new Map<number, string[]>()
  ties.forEachNode((node) => {
    const number = numbers[node] ?? 0
    const members = communities.get(number)
    if (members === undefined) communities.set(number, [node])
    else members.push(node)
  })
  return [...communities.values()].sort((a, b) => b.length - a.length)
}
