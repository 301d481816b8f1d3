import type { Items } from './items.ts'
import type { Scene } from './scene.ts'

/** What looks other than before because files were edited; null where that may be everything, or something has gone. */
export function changedByEdit(before: Scene, now: Scene): Items | null {
  const { graph, visible } = now
  const { change } = now.shown
  if (change === undefined || change.from !== before.shown.version) return null
  const { dropped, attributes } = change
  if (dropped.nodes.length + dropped.edges.length > 0 || attributes.ontology) return null
  // Where all stands to a time is counted anew with each state.
  if (before.visible.inTime !== null || visible.inTime !== null) return null
  const nodes = change.nodes.map(({ key }) => key)
  // How a relation is drawn tells of its ends, too.
  const beside = nodes.flatMap((node) => graph.edges(node))
  return {
    nodes: [...nodes, ...differing(before.visible.nodes, visible.nodes)],
    edges: [
      ...change.edges.map(({ key }) => key),
      ...beside,
      ...differing(before.visible.edges, visible.edges),
    ],
  }
}

function differing(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [
    ...[...some].filter((id) => !others.has(id)),
    ...[...others].filter((id) => !some.has(id)),
  ]
}
