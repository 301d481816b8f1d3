import type { RelationClaim } from './claim.ts'
import type { DatedEntity, Entity } from './entity.ts'
import type { RelationType } from './ontology.ts'

/** A relation in its own direction, whichever end it was written at: an edge to be. */
export interface Relation {
  readonly type: RelationType
  readonly source: Entity
  readonly target: Entity
  /** The ends that happened at a time: what has no date of its own here has that of the first. */
  readonly events: readonly DatedEntity[]
  /** The same claim as it stands in the files, in order of place: once, or at both ends. */
  readonly written: readonly [WrittenRelation, ...WrittenRelation[]]
}

export interface WrittenRelation {
  readonly claim: RelationClaim
  /** The entity in whose file the claim stands. */
  readonly owner: Entity
}

/** The relations that begin at one entity. The same list as long as none of them changes. */
export interface RelationList {
  readonly length: number
  /** Made anew each time, as the base is now. */
  readonly all: () => readonly Relation[]
}
