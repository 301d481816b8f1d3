import type { Scalar } from '../../model/claim.ts'

/** What most programs mean by a graph: nodes and edges with a label, a bag of values and sometimes a time. */
export interface PropertyGraph {
  readonly name?: string
  readonly nodes: readonly PropertyNode[]
  readonly edges: readonly PropertyEdge[]
  /** The format knows no numbers: what is written like one may be one. */
  readonly untyped?: true
  /** Edges may tell their ends by the names of nodes. */
  readonly hasNamedEnds?: true
}

export type Properties = ReadonlyMap<string, readonly Scalar[]>

interface PropertyItem {
  readonly label?: string
  readonly properties: Properties
  /** Values that it had at a time. */
  readonly timed?: readonly TimedValue[]
  /** When it was there; empty where nothing is said. */
  readonly spells: readonly Spell[]
  /** The row of a table in which it stands today, for people who have to look it up. */
  readonly row?: string
  /** The table that it stands in, where there may be several: each names its values in its own way. */
  readonly table?: string
}

export interface PropertyNode extends PropertyItem {
  readonly key: string
  /** The place in the file, where that is not its key. */
  readonly at?: string
  /** The file gives it no key; this is its name. */
  readonly isKeyedByName?: true
  /** What is told of it, in short, where the file gives it no key. */
  readonly content?: string
  readonly type?: string
  /** When it happened. */
  readonly date?: string
  /** `#rrggbb`. */
  readonly colour?: string
}

export interface PropertyEdge extends PropertyItem {
  readonly key?: string
  readonly source: string
  readonly target: string
  /** The name of its relation. */
  readonly kind?: string
  readonly undirected: boolean
  /** What its ends are, where nothing else tells of them. */
  readonly sourceType?: string
  readonly targetType?: string
}

/** As the file writes it; an absent bound is open or unknown. */
export interface Spell {
  readonly start?: string
  readonly end?: string
}

export interface TimedValue {
  readonly name: string
  readonly value: Scalar
  readonly spell: Spell
}
