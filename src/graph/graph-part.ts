import type { GraphEdge } from './graph-edges.ts'
import type { GraphAttributes, NodeAttributes } from './knowledge-graph.ts'

/** A node and the edges that begin at it. */
export interface GraphPart {
  readonly node: NodeAttributes
  /** In order of key. */
  readonly edges: readonly GraphEdge[]
}

/** The typed graph of a base as data. Keys of edges begin with the id of their source, so by part they are in order. */
export interface GraphParts {
  readonly attributes: GraphAttributes
  /** By id, in order of it. A part stays the same object as long as nothing in it changes. */
  readonly parts: ReadonlyMap<string, GraphPart>
}
