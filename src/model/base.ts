import type { Entity, IdentityDecision } from './entity.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
import type { Source } from './source.ts'

/** A knowledge base as it was read: what the rules look at and the graph is built from. */
export interface Base {
  readonly ontology: Ontology
  /** By id, in order of id. */
  readonly entities: ReadonlyMap<string, Entity>
  /** Of the entities, in order: the same object as long as none comes or goes. */
  readonly ids: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, Source>
  readonly identity: readonly IdentityDecision[]
  readonly relations: readonly Relation[]
  /** Names of files that yielded no entity or source of that id; what refers to them is not called broken. */
  readonly unreadable: ReadonlySet<string>
}
