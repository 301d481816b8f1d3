import { UndirectedGraph } from 'graphology'
import type { Attributes } from 'graphology-types'
import { compareText } from '../text/compare-text.ts'
import { communitiesOf } from './communities.ts'
import type { KnowledgeGraph } from './knowledge-graph.ts'
import { type Component, componentsOf } from './layout-components.ts'

export const groupKinds = ['community', 'component'] as const
export type GroupKind = (typeof groupKinds)[number]

/**
 * The groups of two members and more, the largest first; in each those with the most ties inside first, after the first
 * of whom it is named.
 */
export function groupMembers(
  graph: KnowledgeGraph,
  by: GroupKind = 'community',
  components: readonly Component[] = componentsOf(graph),
): string[][] {
  return components
    .filter(({ nodes }) => nodes.length > 1)
    .flatMap((component) => {
      const parts = by === 'component' ? [component.nodes] : communitiesIn(component)
      return byTies(parts, component.ties)
    })
    .sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''))
}

function communitiesIn({ nodes, ties }: Component): string[][] {
  const graph: UndirectedGraph<Attributes, { weight: number }> = new UndirectedGraph()
  for (const node of nodes) graph.addNode(node)
  for (const { source, target, weight } of ties) graph.addEdge(source, target, { weight })
  return communitiesOf(graph)
}

function byTies(parts: readonly (readonly string[])[], ties: Component['ties']): string[][] {
  const partOf = new Map(parts.flatMap((nodes, part) => nodes.map((node) => [node, part] as const)))
  const inside = new Map<string, number>()
  for (const { source, target } of ties) {
    if (partOf.get(source) !== partOf.get(target)) continue
    for (const node of [source, target]) inside.set(node, (inside.get(node) ?? 0) + 1)
  }
  return parts.map((nodes) =>
    nodes.toSorted((a, b) => (inside.get(b) ?? 0) - (inside.get(a) ?? 0) || compareText(a, b)),
  )
}
