import { createHash } from 'node:crypto'
import { edgeLine, nodeLine } from '../exports/json-lines.ts'
import type { GraphPart } from '../graph/graph-part.ts'
import type { NodeLook } from '../graph/node-look.ts'

/** A part of the graph as it is sent. */
export interface PartLines {
  readonly part: GraphPart
  readonly node: string
  /** In order of the part's edges. */
  readonly edges: readonly string[]
  /** Stands for the bytes of all of them. */
  readonly digest: string
}

/** What is the same as the last time is not written again. */
export function partLines(
  id: string,
  part: GraphPart,
  look: NodeLook,
  last: PartLines | undefined,
): PartLines {
  const node = nodeLine(id, { ...part.node, ...look })
  const isSame = last?.part === part
  if (isSame && last.node === node) return last
  const edges = isSame
    ? last.edges
    : part.edges.map(({ key, target, attributes }) => edgeLine(key, id, target, attributes))
  const digest = createHash('sha256')
    .update([node, ...edges].join('\n'))
    .digest('base64')
  return { part, node, edges, digest }
}

/** The keys of edges of which the lines differ. */
export function touchedEdges(
  before: PartLines | undefined,
  now: PartLines | undefined,
): readonly string[] {
  if (before?.edges === now?.edges) return []
  const left = new Map(before?.part.edges.map(({ key }, at) => [key, before.edges[at]]))
  const keys: string[] = []
  for (const [at, { key }] of (now?.part.edges ?? []).entries()) {
    if (left.get(key) !== now?.edges[at]) keys.push(key)
    left.delete(key)
  }
  return [...keys, ...left.keys()]
}

/** The line of one edge: its key begins with the id of the entity at which it begins, and ids have no two hyphens. */
export function lineOfEdge(key: string, lines: ReadonlyMap<string, PartLines>): string | undefined {
  const found = lines.get(key.slice(0, key.indexOf('--')))
  const at = found?.part.edges.findIndex((edge) => edge.key === key) ?? -1
  return found?.edges[at]
}
