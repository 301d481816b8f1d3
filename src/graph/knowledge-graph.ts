import type { MultiDirectedGraph } from 'graphology'
import type { Confidence, Scalar } from '../model/claim.ts'
import type { FtmSchema } from '../model/ftm-words.ts'
import type { StixEntity } from '../model/stix-words.ts'

/** The graph that `dossier export json` writes and the library hands out: design 5, a contract. */
export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

export interface GraphAttributes {
  name: string
  ontology: OntologyAttributes
  sources: Record<string, SourceAttributes>
  identity: IdentityAttributes[]
  generator: string
  counts: { entities: number; relations: number; claims: number; sources: number }
}

export interface OntologyAttributes {
  entities: Record<string, EntityTypeAttributes>
  relations: Record<string, RelationTypeAttributes>
}

export interface EntityTypeAttributes {
  label: string
  /** The type itself, then its ancestors up to the root. */
  types: string[]
  abstract: boolean
  dated: boolean
  transit: boolean
  /** `#rrggbb`. */
  colour: string
  /** What its entities are in STIX 2.1 and in FollowTheMoney, where the ontology says so. */
  stix?: StixEntity
  ftm?: FtmSchema
}

export interface RelationTypeAttributes {
  label: string
  inverseLabel: string
  inverse?: string
  symmetric: boolean
  kind: string
  from: string[]
  to: string[]
  /** Sentences with `{source}`, `{target}` and, of a projection, `{event}`, for an edge read forwards and backwards. */
  says: string
  saysInverse: string
  /** What it is in STIX 2.1 and in FollowTheMoney, where the ontology says so; `^` before it turns it round. */
  stix?: string
  ftm?: string
}

export interface SourceAttributes {
  title: string
  publisher?: string
  author?: string
  kind?: string
  /** http or https only. */
  url?: string
  archive?: string
  published?: string
  accessed?: string
  language?: string
  /** Admiralty code of the source, A to F. */
  reliability?: string
  note?: string
  /** How many paragraphs or pages a locator may name, where the curator counted them. */
  paragraphs?: number
  pages?: number
  file: string
  line: number
}

export interface IdentityAttributes {
  verdict: 'same' | 'different' | 'undecided'
  entities: string[]
  reason: string
  citations: CitationAttributes[]
}

export interface CitationAttributes {
  source: string
  at?: string
  quote?: string
}

export interface Evidence {
  /** EDTF as written; a part played in a dated event has the event's. */
  when?: string
  /** ISO days, the widest bounds of `when`; absent where open or unknown. */
  start?: string
  end?: string
  confidence?: Confidence
  citations: readonly CitationAttributes[]
  /** Entities that the sources quote; empty where the sources speak for themselves. */
  saidBy: readonly string[]
  /** Why the curator concludes what no source states. */
  inferred?: string
  note?: string
}

export interface RivalAttributes extends Evidence {
  value?: Scalar
  target?: string
  /** The source denies the claim. */
  denied?: true
}

export interface ClaimAttributes extends Evidence {
  rivals: RivalAttributes[]
  /** Path below the data folder and one-based line. */
  file: string
  line: number
}

export interface AttributeClaimAttributes extends ClaimAttributes {
  value: Scalar
}

export interface NodeAttributes {
  label: string
  type: string
  types: string[]
  aliases: string[]
  summary?: string
  /** The sources withhold the name; `label` describes. */
  unnamed: boolean
  /** How many people stand behind this one node. */
  count?: number
  when?: string
  start?: string
  end?: string
  /** Claims by name; a dated entity's own date stands under `when`. */
  attributes: Record<string, AttributeClaimAttributes[]>
  file: string
  line: number
  x?: number
  y?: number
  size?: number
  color?: string
}

export interface EdgeAttributes extends ClaimAttributes {
  relation: string
  kind: string
  label: string
  symmetric: boolean
  /** What the source was to the target: the claim's `as`. */
  role?: string
  /** Of a tie that a projection makes: the event in which both ends took part, and which is not in the graph. */
  event?: { readonly id: string; readonly label: string }
}
