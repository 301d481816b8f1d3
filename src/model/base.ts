import type { Located } from '../text/span.ts'
import type { Citation } from './claim.ts'
import type { Entity, IdentityDecision } from './entity.ts'
import type { NamedView } from './named-view.ts'
import type { Ontology } from './ontology.ts'
import type { RelationList } from './relation.ts'
import type { Source } from './source.ts'

/** A knowledge base as it was read: what the rules look at and the graph is built from. */
export interface Base {
  readonly ontology: Ontology
  /** By id, in order of id. */
  readonly entities: ReadonlyMap<string, Entity>
  readonly sources: ReadonlyMap<string, Source>
  readonly identity: readonly IdentityDecision[]
  /** In the order in which the curator has put them. */
  readonly views: readonly NamedView[]
  /** By the id at which they begin; in a list by type and target. Where none begins there is no list. */
  readonly relationsFrom: ReadonlyMap<string, RelationList>
  /** Ids that a file mentions and that no entity has. */
  readonly brokenReferences: readonly Located<string>[]
  /** Those of no source, or of a place that the source does not have. */
  readonly brokenCitations: readonly Citation[]
  readonly uncitedSources: ReadonlySet<string>
  /** Names of files that yielded no entity or source of that id; what refers to them is not called broken. */
  readonly unreadable: ReadonlySet<string>
}
