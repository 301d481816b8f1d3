import type { Report } from '../diagnostics/diagnostic.ts'
import type { Base } from './base.ts'
import type { ReadEntity } from './entity.ts'
import type { Meeting } from './name-index.ts'
import type { Ontology, RelationType } from './ontology.ts'
import type { Relation } from './relation.ts'
import type { Vocabulary } from './vocabulary.ts'

// A rule reports; it changes nothing and needs no other rule. Its kind says how much of the base it may look at, and
// so what must be checked again after an edit.

/** Looks at one entity and the ontology. */
export type EntityRule = (entity: ReadEntity, vocabulary: Vocabulary, report: Report) => void

/** Looks at the relations of one type between the same two entities, at least one, and at these entities. */
export type RelationRule = (
  relations: readonly Relation[],
  ontology: Ontology,
  report: Report,
) => void

/** Looks at all relations that concern it, and again only when one of these has changed. */
export interface AllRelationsRule {
  /** Whether a type of relation asks for it. Where none does, there is nothing to look at. */
  readonly asks: (type: RelationType) => boolean
  /** Without it, relations of the types that ask. */
  readonly concerns?: (relation: Relation) => boolean
  /** Is given all that concern it, in order. */
  readonly check: (relations: readonly Relation[], report: Report) => void
}

/** Looks at the names by which one entity meets those before it, at least one. */
export type MeetingRule = (
  meetings: readonly Meeting[],
  ontology: Ontology,
  isDecided: (id: string, other: string) => boolean,
  report: Report,
) => void

/** Looks at everything, after every edit: it goes through what is few. */
export type BaseRule = (base: Base, report: Report) => void
