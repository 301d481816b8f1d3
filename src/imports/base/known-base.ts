import type { Entity } from '../../model/entity.ts'
import type { Ontology } from '../../model/ontology.ts'
import type { SourcePlaces } from '../../model/source.ts'

/** What is in the base already, from an import before this one and from the people who work on it. */
export interface KnownBase {
  /** What an import before this one has called things and sources, by key. */
  readonly ids: ReadonlyMap<string, string>
  /** Ids that others have. */
  readonly taken: ReadonlySet<string>
  /** What was merged into another entity: the id of that, by key. */
  readonly merged: ReadonlyMap<string, string>
  /** Ids whose files were deleted by hand. */
  readonly deleted: ReadonlySet<string>
  /** The folders in which files stay, by id. */
  readonly folders: ReadonlyMap<string, string>
  /** Absent where nobody but imports has ever written anything. */
  readonly standing: Standing | undefined
}

/** What is said in files that stay as they are, because people have written them or theirs refer to them. */
export interface Standing {
  /** Of the base as it is. People rely on it: whatever it says or allows stays. */
  readonly ontology: Ontology
  /** The ontology is one of these files itself: what it does not allow cannot be written. */
  readonly isFixed: boolean
  /** Keys of things whose types it does not have. */
  readonly unfit: ReadonlySet<string>
  readonly entities: ReadonlyMap<string, Pick<Entity, 'type' | 'when'>>
  /** Of the sources among these files. */
  readonly places: ReadonlyMap<string, SourcePlaces>
  /** The places that these files cite in sources that are not among them. */
  readonly cited: ReadonlyMap<string, ReadonlySet<string>>
}

export const nothingKnown: KnownBase = {
  ids: new Map(),
  taken: new Set(),
  merged: new Map(),
  deleted: new Set(),
  folders: new Map(),
  standing: undefined,
}

/** The key of the file itself among the sources. */
export const originKey = ''

/** Things and sources may have the same keys; no key of a thing begins like this. */
export function sourceKey(key: string): string {
  return `\u0000source ${key}`
}

/** The ontology that must stay as it is, where there is one. */
export function fixedOntology({ standing }: KnownBase): Ontology | undefined {
  return standing?.isFixed ? standing.ontology : undefined
}
