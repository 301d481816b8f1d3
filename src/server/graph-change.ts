import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../graph/knowledge-graph.ts'

/** What became of a graph between two versions: `GET /changes/VERSION.json`. */
export interface GraphChange {
  readonly from: string
  readonly to: string
  /** Those that differ. */
  readonly attributes: Partial<GraphAttributes>
  readonly dropped: { readonly nodes: readonly string[]; readonly edges: readonly string[] }
  /** New ones, and those whose attributes differ, whole. */
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[]
  readonly edges: readonly {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: EdgeAttributes
  }[]
}
