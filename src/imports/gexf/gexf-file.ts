import type { Scalar } from '../../model/claim.ts'
import type { Spell } from '../property-graph/property-graph.ts'

/** A GEXF file as it is written, whatever program wrote it. */
export interface GexfFile {
  readonly creator: string
  readonly description: string
  /** Of nodes and of edges, by id. */
  readonly columns: { readonly node: GexfColumns; readonly edge: GexfColumns }
  readonly nodes: readonly GexfNode[]
  readonly edges: readonly GexfEdge[]
}

export type GexfColumns = ReadonlyMap<string, GexfColumn>

export interface GexfColumn {
  readonly title: string
  readonly type: string
  readonly fallback: string | undefined
}

interface GexfItem {
  readonly label: string | undefined
  /** By the id of their column. */
  readonly values: ReadonlyMap<string, readonly GexfValue[]>
  readonly spells: readonly Spell[]
}

export interface GexfValue {
  readonly value: Scalar
  /** When the item had it, where the file says so. */
  readonly spell: Spell | undefined
}

export interface GexfNode extends GexfItem {
  readonly id: string
  readonly colour: string | undefined
  readonly hasLook: boolean
}

export interface GexfEdge extends GexfItem {
  readonly id: string | undefined
  readonly source: string
  readonly target: string
  readonly kind: string | undefined
  readonly undirected: boolean
  readonly weight: string | undefined
}
