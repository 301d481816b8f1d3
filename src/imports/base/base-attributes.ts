import { groupBy } from '../../model/group-by.ts'
import type { AttributeType, Ontology } from '../../model/ontology.ts'
import { compareText } from '../../text/compare-text.ts'
import { mostAttributes } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedAttribute } from '../imported.ts'
import { kindOf, nothingSeen, type SeenValues, seeType, seeValue } from './attribute-kinds.ts'
import { type BaseTypes, chainOf, typeIdOf } from './base-types.ts'
import { nameIds } from './name-ids.ts'

export interface BaseAttributes {
  /** By the names that the file has for them. */
  readonly ids: ReadonlyMap<string, string>
  /** Nothing where an edited ontology has no such attribute. */
  readonly typeOf: (entityType: string, attribute: string) => AttributeType | undefined
  /** The file knows only texts. */
  readonly untyped: boolean
}

/**
 * Names and types of all attributes; puts them into the entity types that have them. Types with an ancestor in common
 * agree on what an attribute holds. Where people `relyOn` an ontology, what it allows stays
 * allowed.
 */
export function baseAttributes(
  { things, untyped }: Imported,
  types: BaseTypes,
  report: ImportReport,
  relyOn?: Ontology,
): BaseAttributes {
  const names = new Set(things.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
  const ids = nameIds(names, {
    prefix: 'attribute',
    reserved: ['when'],
    most: mostAttributes,
    others: 'other',
    report,
  })
  const roots = new Map(
    [...types.types.keys()].map((id) => [id, chainOf(id, types.types).at(-1) ?? id]),
  )
  const rootOf = (type: string) => roots.get(type) ?? type
  const seen = new Map<string, SeenValues>()
  const having = new Map<string, Set<string>>()
  for (const { id, attributes } of relyOn?.entityTypes.values() ?? []) {
    for (const [name, kind] of attributes) seeType(seenOf(`${rootOf(id)} ${name}`, seen), kind)
    having.set(id, new Set(attributes.keys()))
  }
  for (const thing of things) {
    const type = typeIdOf(thing, types)
    for (const [attribute, claims] of groupBy(
      thing.attributes,
      ({ name }) => ids.get(name) ?? '',
    )) {
      seeClaims(`${rootOf(type)} ${attribute}`, claims, seen, untyped === true)
      having.set(type, (having.get(type) ?? new Set()).add(attribute))
    }
  }
  const kinds = new Map(
    Array.from(seen, ([key, values]) => [key, kindOf(values, key.split(' ')[1] ?? '')] as const),
  )
  const typeOf = (type: string, attribute: string): AttributeType =>
    kinds.get(`${rootOf(type)} ${attribute}`) ?? { kind: 'text' }
  for (const [type, attributes] of having) declare(type, attributes, having, types, typeOf)
  return { ids, typeOf, untyped: untyped === true }
}

/** The claims of one thing on one attribute; what their rivals say must fit in, too. */
function seeClaims(
  key: string,
  claims: readonly ImportedAttribute[],
  seen: Map<string, SeenValues>,
  untyped: boolean,
): void {
  const known = seenOf(key, seen)
  if (claims.length > 1) known.isList = true
  for (const { value, rivals = [] } of claims) {
    seeValue(known, value, untyped)
    for (const rival of rivals) seeValue(known, rival.value ?? value, untyped)
  }
}

function seenOf(key: string, seen: Map<string, SeenValues>): SeenValues {
  const known = seen.get(key) ?? nothingSeen()
  seen.set(key, known)
  return known
}

/** What a type above has is inherited. */
function declare(
  id: string,
  attributes: ReadonlySet<string>,
  having: ReadonlyMap<string, ReadonlySet<string>>,
  { types }: BaseTypes,
  typeOf: (entityType: string, attribute: string) => AttributeType,
): void {
  const [, ...above] = chainOf(id, types)
  for (const attribute of [...attributes].sort(compareText)) {
    if (above.some((type) => having.get(type)?.has(attribute))) continue
    types.get(id)?.attributes.set(attribute, typeOf(id, attribute))
  }
}
