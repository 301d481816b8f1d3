import type { RequirableKey } from './claim.ts'
import type { FtmSchema } from './ftm-words.ts'
import type { StixEntity } from './stix-words.ts'

/** What a curator may say: the types of entities and of relations. All maps are keyed by id and sorted by it. */
export interface Ontology {
  readonly name: string
  readonly entityTypes: ReadonlyMap<string, EntityType>
  readonly relationTypes: ReadonlyMap<string, RelationType>
  /** From the inverse's name to the relation that declares it: `led-by` to `leads`. */
  readonly inverses: ReadonlyMap<string, string>
}

export interface EntityType {
  readonly id: string
  readonly label: string
  /** The type itself, then its ancestors up to the root. */
  readonly types: readonly string[]
  readonly abstract: boolean
  /** Its entities happen at a time: `when` is theirs, and the parts played in them share it. */
  readonly dated: boolean
  /** Whether a path may run through its entities. */
  readonly transit: boolean
  /** `#rrggbb`. */
  readonly colour: string
  /** What its entities are in STIX and in FollowTheMoney, where the curator says so. */
  readonly stix: StixEntity | undefined
  readonly ftm: FtmSchema | undefined
  readonly attributes: ReadonlyMap<string, AttributeType>
}

export type AttributeType =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'url' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: AttributeType }

export interface RelationType {
  readonly id: string
  /** The caption of the edge; `inverseLabel` is the caption when it is read from its target. */
  readonly label: string
  readonly inverseLabel: string
  readonly inverse: string | undefined
  readonly symmetric: boolean
  readonly kind: string
  /** Domain and range: an entity fits when one of its types is listed. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly acyclic: boolean
  /** How many an entity may have at any one time. */
  readonly atMost: number | undefined
  /** Keys of a claim that this relation may not lack, such as `when`. */
  readonly requires: readonly RequirableKey[]
  /** Which end is tied to nothing earlier. */
  readonly begins: 'source' | 'target' | undefined
  /** Which end takes part in nothing later. */
  readonly ends: 'source' | 'target' | undefined
  /** Which end is an event in whose time the other one, an event too, happens. */
  readonly within: 'source' | 'target' | undefined
  /** Sentences with `{source}` and `{target}`, without a full stop. */
  readonly says: string
  readonly saysInverse: string
  /** What it is in STIX and in FollowTheMoney, where the curator says so; `^` before it turns it round. */
  readonly stix: string | undefined
  readonly ftm: string | undefined
}
