import type { Report } from '../diagnostics/diagnostic.ts'
import type { Base } from './base.ts'
import type { Entity } from './entity.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
import type { Vocabulary } from './vocabulary.ts'

// A rule reports; it changes nothing and needs no other rule. Its kind says how much of the base it may look at, and
// so what must be checked again after an edit.

/** Looks at one entity and the ontology. */
export type EntityRule = (entity: Entity, vocabulary: Vocabulary, report: Report) => void

/** Looks at the relations of one type between the same two entities, at least one, and at these entities. */
export type RelationRule = (
  relations: readonly Relation[],
  ontology: Ontology,
  report: Report,
) => void

/** Looks at everything, after every edit: it is one quick pass. */
export type BaseRule = (base: Base, report: Report) => void
