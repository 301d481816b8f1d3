import type { BorrowedName } from './borrowed-terms.ts'
import { localName } from './local-name.ts'
import type { DataNamespace } from './namespaces.ts'
import type { Datatype, OwnTerm } from './vocabulary.ts'

/** A prefixed name as Turtle and JSON-LD both read it, such as `entity:ada`. */
export type Name = BorrowedName | OwnTerm | Datatype | `${DataNamespace}:${string}`

/** What can stand as the object of a triple, in the words that all three formats share. */
export type Term =
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'literal'; readonly text: string; readonly datatype?: Datatype }
  /** A resource without a name, written where it is mentioned. */
  | { readonly kind: 'unnamed'; readonly properties: readonly Property[] }

export interface Property {
  readonly predicate: Name
  /** One or more. */
  readonly objects: readonly Term[]
}

/** One resource and what is said of it at one place of a file. */
export interface Description {
  readonly subject: Extract<Term, { kind: 'name' | 'iri' }>
  readonly properties: readonly Property[]
  /** The named graph that says it; without one it is the default graph. */
  readonly graph?: Name
  /** The key of the node or edge that it is about, or the id of what else. */
  readonly key: string
}

/** The name of something in the data, from its id, or from several that make it unique together. */
export function nameOf(namespace: DataNamespace, ...ids: readonly (string | number)[]): Name {
  const [id] = ids
  // Nearly all names are of one id, and joining lists takes time.
  if (ids.length === 1) return `${namespace}:${localName(String(id))}`
  return `${namespace}:${ids.map((part) => localName(String(part))).join('.')}`
}

export function named(name: Name): { readonly kind: 'name'; readonly name: Name } {
  return { kind: 'name', name }
}

export function text(value: string): Term {
  return { kind: 'literal', text: value }
}

export function typed(value: string, datatype: Datatype): Term {
  return { kind: 'literal', text: value, datatype }
}

/** What is said with one predicate; nothing where nothing is known. */
export function property(predicate: Name, ...objects: readonly (Term | undefined)[]): Property[] {
  const known = objects.filter((object) => object !== undefined)
  return known.length === 0 ? [] : [{ predicate, objects: known }]
}

/** The same for a value that may be missing. */
export function optional<Value>(
  predicate: Name,
  value: Value | undefined,
  termOf: (value: Value) => Term,
): Property[] {
  return value === undefined ? [] : [{ predicate, objects: [termOf(value)] }]
}
