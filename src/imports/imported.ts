import type { Confidence, Scalar } from '../model/claim.ts'

/**
 * What a reader took from a file, whatever its format: things and the ties between them, in the file's own words. All
 * that is peculiar to Dossier (ids, types of values, safe texts, files and folders) is made of it by `writeBase`.
 */
export interface Imported {
  /** What the base is about, as the file tells it. */
  readonly name?: string
  readonly things: readonly ImportedThing[]
  readonly ties: readonly ImportedTie[]
  /** What the file says about types, by their names; those that it only uses need no entry. */
  readonly types: ReadonlyMap<string, ImportedType>
  readonly relations: ReadonlyMap<string, ImportedRelation>
  /** The documents that claims cite beside the file itself, by key. */
  readonly sources: ReadonlyMap<string, ImportedSource>
  readonly identity: readonly ImportedDecision[]
  /** The file itself as a source; absent where it carries the evidence of its claims. */
  readonly origin?: Origin
  /** The format knows no numbers: what is written like one may be one. */
  readonly untyped?: true
}

/** The file as a document to cite; the note tells what its places are called. */
export interface Origin {
  readonly title: string
  readonly publisher?: string
  readonly note: string
}

export interface ImportedCitation {
  /** The key of a source; without it the file itself is cited. */
  readonly source?: string
  readonly at?: string
  readonly quote?: string
}

export interface ImportedEvidence {
  /** EDTF, or what can be read as that. */
  readonly when?: string
  readonly citations: readonly ImportedCitation[]
  /** Keys of things. */
  readonly saidBy?: readonly string[]
  readonly confidence?: Confidence
  readonly inferred?: string
  readonly note?: string
}

export interface ImportedRival extends ImportedEvidence {
  readonly value?: Scalar
  /** The key of a thing. */
  readonly target?: string
  readonly denied?: true
}

export interface ImportedClaim extends ImportedEvidence {
  readonly rivals?: readonly ImportedRival[]
}

export interface ImportedAttribute extends ImportedClaim {
  readonly name: string
  readonly value: Scalar
}

/** Becomes an entity. */
export interface ImportedThing {
  /** Unique in the file, and what its ties call it. */
  readonly key: string
  /** What is told of it, in short, where the file only names it: by that a later file has it again under another key. */
  readonly content?: string
  /** An id that is to stay as it is. */
  readonly id?: string
  /** A folder that is to stay as it is, such as `people`. */
  readonly folder?: string
  /** Withdrawn by its maker: of those that share a name, another has it first. */
  readonly isOld?: boolean
  readonly type: string
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly summary?: string
  readonly unnamed?: boolean
  readonly count?: number
  /** When it happened; its type becomes a dated one. */
  readonly date?: ImportedClaim & { readonly value: string }
  readonly attributes: readonly ImportedAttribute[]
}

/** Becomes a relation of its source. */
export interface ImportedTie extends ImportedClaim {
  readonly relation: string
  readonly source: string
  readonly target: string
  readonly role?: string
  /** It has no direction. */
  readonly symmetric?: boolean
}

export interface ImportedType {
  readonly label?: string
  /** The name of the type above. */
  readonly parent?: string
  readonly abstract?: boolean
  readonly dated?: boolean
  readonly transit?: boolean
  /** `#rrggbb`. */
  readonly colour?: string
  /** What it is called in STIX and in FollowTheMoney; what is none of their words is left out. */
  readonly stix?: string
  readonly ftm?: string
}

export interface ImportedRelation {
  readonly label?: string
  readonly inverse?: string
  readonly inverseLabel?: string
  readonly symmetric?: boolean
  readonly kind?: string
  /** Names of types; the types that its ties have are added. */
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly says?: string
  readonly saysInverse?: string
  readonly stix?: string
  readonly ftm?: string
}

export interface ImportedSource {
  /** An id that is to stay as it is. */
  readonly id?: string
  readonly folder?: string
  readonly title: string
  readonly publisher?: string
  readonly author?: string
  readonly kind?: string
  readonly url?: string
  readonly archive?: string
  readonly published?: string
  readonly accessed?: string
  readonly language?: string
  readonly reliability?: string
  readonly note?: string
  readonly paragraphs?: number
  readonly pages?: number
}

export interface ImportedDecision {
  readonly verdict: 'same' | 'different' | 'undecided'
  /** Keys of things. */
  readonly entities: readonly string[]
  readonly reason: string
  readonly citations: readonly ImportedCitation[]
}
