import { claimKeys } from '../../model/read-claim.ts'
import { compareText } from '../../text/compare-text.ts'
import { mostRelations } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedRelation, ImportedTie } from '../imported.ts'
import { type BaseTypes, chainOf } from './base-types.ts'
import { nameIds, numbered } from './name-ids.ts'

/** A relation type of the ontology to be. */
export interface BaseRelation {
  readonly id: string
  /** What the file calls it. */
  readonly name: string
  /** What the file says about it; absent where it is only used. */
  readonly told: ImportedRelation | undefined
  readonly symmetric: boolean
  readonly from: Set<string>
  readonly to: Set<string>
  inverse: string | undefined
}

export interface BaseRelations {
  /** In order of id. */
  readonly relations: ReadonlyMap<string, BaseRelation>
  readonly of: (tie: ImportedTie) => BaseRelation
  /** The name of the relation from its target's end; it gets one where the file has none. */
  readonly inverseOf: (relation: BaseRelation) => string
}

/** The relations that the ties have or the file declares. */
export function baseRelations(
  { ties, relations: declared }: Imported,
  report: ImportReport,
): BaseRelations {
  const nameOf = namesOf(ties, declared)
  const names = new Set(declared.keys())
  for (const tie of ties) names.add(nameOf(tie))
  const inverses = [...declared.values()].flatMap(({ inverse }) => inverse ?? [])
  const reserved = ['as', ...claimKeys, 'when']
  const options = { prefix: 'relation', reserved, most: mostRelations, others: 'tied-to', report }
  const ids = nameIds([...names, ...inverses], options)
  const isSymmetric = new Map(ties.map((tie) => [nameOf(tie), tie.symmetric === true]))
  const relations = new Map<string, BaseRelation>()
  for (const name of [...names].sort((a, b) => compareText(ids.get(a) ?? '', ids.get(b) ?? ''))) {
    const id = ids.get(name) ?? ''
    const told = declared.get(name)
    const symmetric = told?.symmetric ?? isSymmetric.get(name) ?? false
    const ends = { from: new Set<string>(), to: new Set<string>() }
    if (!relations.has(id)) {
      relations.set(id, { ...{ id, name, told, symmetric, inverse: undefined }, ...ends })
    }
  }
  const taken = new Set([...relations.keys(), ...reserved])
  for (const relation of relations.values()) nameInverse(relation, ids, taken, report)
  const of = (tie: ImportedTie) => {
    const relation = relations.get(ids.get(nameOf(tie)) ?? '')
    if (relation === undefined) throw new Error('Every relation of a tie has an id.')
    return relation
  }
  const inverseOf = (relation: BaseRelation) => {
    relation.inverse ??= take(numbered(`inverse-of-${relation.id.slice(0, 100)}`, taken), taken)
    return relation.inverse
  }
  return { relations, of, inverseOf }
}

function nameInverse(
  relation: BaseRelation,
  ids: ReadonlyMap<string, string>,
  taken: Set<string>,
  report: ImportReport,
): void {
  const inverse = relation.told?.inverse
  if (inverse === undefined) return
  const id = ids.get(inverse) ?? ''
  if (relation.symmetric || taken.has(id)) report.note('left-out-rules', relation.id)
  else relation.inverse = take(id, taken)
}

/** The types that the ends have and those that the file allows them; of a tie without direction either may come first. */
export function endsOf(
  { from: seenFrom, to: seenTo, told, symmetric }: BaseRelation,
  types: BaseTypes,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
  const from = endOf(seenFrom, told?.from, types)
  const to = endOf(seenTo, told?.to, types)
  const isTold = areTold(from, told?.from, types) && areTold(to, told?.to, types)
  if (!symmetric || isTold) return { from, to }
  const isOpen = from.length === 0 || to.length === 0
  const both = isOpen ? [] : [...new Set([...from, ...to])]
  return { from: both, to: both }
}

/** Whether they are what the file says; a name of no type says nothing. */
function areTold(
  end: readonly string[],
  told: readonly string[] = [],
  { ids }: BaseTypes,
): boolean {
  return told.length === end.length && told.every((name) => end.includes(ids.get(name) ?? ''))
}

/** Without what another of them covers. */
function endOf(
  seen: ReadonlySet<string>,
  told: readonly string[] | undefined,
  { ids, types }: BaseTypes,
): string[] {
  // An end that the file leaves open stays so.
  if (told?.length === 0) return []
  const allowed = new Set((told ?? []).flatMap((name) => ids.get(name) ?? []))
  const isAllowed = (id: string) => chainOf(id, types).some((type) => allowed.has(type))
  const others = [...seen].filter((id) => !isAllowed(id))
  const isCovered = (id: string) => chainOf(id, types).some((type) => type !== id && seen.has(type))
  return [...allowed, ...others.filter((id) => !isCovered(id)).sort(compareText)]
}

function take(id: string, taken: Set<string>): string {
  taken.add(id)
  return id
}

/** Ties of one name that have a direction and ties that have none are two relations. */
function namesOf(
  ties: readonly ImportedTie[],
  declared: Imported['relations'],
): (tie: ImportedTie) => string {
  const directed = new Set<string>()
  for (const { relation, symmetric } of ties) if (symmetric !== true) directed.add(relation)
  return ({ relation, symmetric }) =>
    symmetric === true && directed.has(relation) && !declared.has(relation)
      ? `undirected ${relation}`
      : relation
}
