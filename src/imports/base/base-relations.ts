import type { Ontology, RelationType } from '../../model/ontology.ts'
import { claimKeys } from '../../model/read-claim.ts'
import { compareText } from '../../text/compare-text.ts'
import { mostRelations } from '../import-limits.ts'
import { type ImportReport, openReport } from '../import-report.ts'
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
  /** As it is in the base, where it must stay. */
  readonly there?: RelationType
  inverse: string | undefined
}

export interface BaseRelations {
  /** In order of id. */
  readonly relations: ReadonlyMap<string, BaseRelation>
  readonly of: (tie: ImportedTie) => BaseRelation
  /** The name of the relation from its target's end; it gets one where the file has none. */
  readonly inverseOf: (relation: BaseRelation) => string
}

/**
 * The relations that the ties have or the file declares. Those of the ontology on which people `relyOn` stay; one
 * that has a direction and none in the file, or the other way round, is another relation.
 */
export function baseRelations(
  { ties, relations: declared }: Imported,
  report: ImportReport,
  relyOn?: Ontology,
): BaseRelations {
  const nameOf = namesOf(ties, declared)
  const names = new Set(declared.keys())
  for (const tie of ties) names.add(nameOf(tie))
  const inverses = [...declared.values()].flatMap(({ inverse }) => inverse ?? [])
  const isUndirected = new Map(ties.map((tie) => [nameOf(tie), tie.symmetric === true]))
  const isSymmetric = (name: string) =>
    declared.get(name)?.symmetric ?? isUndirected.get(name) ?? false
  const reserved = new Set(['as', ...claimKeys, 'when', ...(relyOn?.inverses.keys() ?? [])])
  const idsFor = (told: ImportReport) => {
    const later = new Set(inverses.filter((name) => !names.has(name)))
    const options = { prefix: 'relation', reserved, most: mostRelations, others: 'tied-to', later }
    return nameIds([...names, ...inverses], { ...options, report: told })
  }
  const old = relyOn?.relationTypes ?? new Map<string, RelationType>()
  for (let clashes = [...old.keys()]; clashes.length > 0; ) {
    const seen = relationsNamed(names, idsFor(openReport()), isSymmetric, declared)
    clashes = clashing(seen, old)
    for (const id of clashes) reserved.add(id)
  }
  const ids = idsFor(report)
  const named = relationsNamed(names, ids, isSymmetric, declared)
  for (const type of old.values()) {
    named.set(type.id, joined(type, named.get(type.id)?.name))
  }
  const relations = new Map([...named].sort(([a], [b]) => compareText(a, b)))
  const taken = new Set([...relations.keys(), ...reserved])
  for (const relation of relations.values()) {
    if (!old.has(relation.id)) nameInverse(relation, ids, taken, report)
  }
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

function relationsNamed(
  names: ReadonlySet<string>,
  ids: ReadonlyMap<string, string>,
  isSymmetric: (name: string) => boolean,
  declared: Imported['relations'],
): Map<string, BaseRelation> {
  const relations = new Map<string, BaseRelation>()
  for (const name of names) {
    const id = ids.get(name) ?? ''
    const ends = { from: new Set<string>(), to: new Set<string>() }
    if (relations.has(id)) continue
    const told = declared.get(name)
    relations.set(id, {
      ...{ id, name, told, symmetric: isSymmetric(name) },
      ...ends,
      inverse: undefined,
    })
  }
  return relations
}

/** Ids that mean something else in the base than in the file. */
function clashing(
  relations: ReadonlyMap<string, BaseRelation>,
  there: ReadonlyMap<string, RelationType>,
): string[] {
  return [...relations.values()]
    .filter(({ id, symmetric }) => symmetric !== (there.get(id)?.symmetric ?? symmetric))
    .map(({ id }) => id)
}

/** A relation that stays as it is, but that it allows what the file needs. */
function joined(old: RelationType, name: string | undefined): BaseRelation {
  const { id, symmetric, inverse, stix, ftm } = old
  const { label, inverseLabel, kind, says, saysInverse } = old
  return {
    ...{ id, symmetric, inverse, name: name ?? id, there: old },
    told: {
      ...{ label, inverseLabel, kind, says, saysInverse },
      ...(stix !== undefined && { stix }),
      ...(ftm !== undefined && { ftm }),
    },
    from: new Set(),
    to: new Set(),
  }
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

/** The types that the ends have and those that they are allowed; of a tie without direction either may come first. */
export function endsOf(
  relation: BaseRelation,
  types: BaseTypes,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
  const allowed = { from: allowedAt('from', relation, types), to: allowedAt('to', relation, types) }
  const from = endOf(relation.from, allowed.from, types)
  const to = endOf(relation.to, allowed.to, types)
  const isTold = allowed.from && allowed.to && !from.isMore && !to.isMore
  if (!relation.symmetric || isTold) return { from: from.ids, to: to.ids }
  if (from.ids.length === 0 || to.ids.length === 0) return { from: [], to: [] }
  const isAllowed = allowed.from || allowed.to
  const either = isAllowed && [...(allowed.from ?? []), ...(allowed.to ?? [])]
  const both = endOf(new Set([...relation.from, ...relation.to]), either, types).ids
  return { from: both, to: both }
}

/** Nothing where the file does not tell, and no types where it leaves the end open. */
function allowedAt(
  end: 'from' | 'to',
  { told, there }: BaseRelation,
  { ids }: BaseTypes,
): readonly string[] | undefined {
  const names = told?.[end]
  if (there || names === undefined) return there?.[end]
  const known = names.flatMap((name) => ids.get(name) ?? [])
  return known.length === 0 && names.length > 0 ? undefined : known
}

/** Without what another of them covers. */
function endOf(
  seen: ReadonlySet<string>,
  told: readonly string[] | undefined,
  { types }: BaseTypes,
): { readonly ids: readonly string[]; readonly isMore: boolean } {
  // An end that is left open stays so.
  if (told?.length === 0) return { ids: [], isMore: false }
  const allowed = new Set(told)
  const isAllowed = (id: string) => chainOf(id, types).some((type) => allowed.has(type))
  const others = [...seen].filter((id) => !isAllowed(id))
  const isCovered = (id: string) => chainOf(id, types).some((type) => type !== id && seen.has(type))
  const more = others.filter((id) => !isCovered(id)).sort(compareText)
  return { ids: [...allowed, ...more], isMore: more.length > 0 }
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
