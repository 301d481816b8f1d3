import type { Entity, IdentityDecision } from './entity.ts'
import type { Mentions } from './mentions.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
import type { Source } from './source.ts'

/** A knowledge base as it was read: what the rules look at and the graph is built from. */
export interface Base {
  readonly ontology: Ontology
  /** By id, in order of id. */
  readonly entities: ReadonlyMap<string, Entity>
  readonly sources: ReadonlyMap<string, Source>
  readonly identity: readonly IdentityDecision[]
  readonly relations: readonly Relation[]
  /** Of each file. */
  readonly mentions: readonly Mentions[]
  /** Names of files that yielded no entity or source of that id; what refers to them is not called broken. */
  readonly unreadable: ReadonlySet<string>
}
