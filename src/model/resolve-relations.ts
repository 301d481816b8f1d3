import { formatEdtf } from '../dates/format-edtf.ts'
import { compareText } from '../text/compare-text.ts'
import { dateOf } from './date-of.ts'
import type { DatedEntity, Entity } from './entity.ts'
import { groupBy } from './group-by.ts'
import type { Ontology } from './ontology.ts'
import type { Relation, WrittenRelation } from './relation.ts'

/**
 * Turns every claim into its relation's own direction and joins what says the same: equal type, ends, date and
 * role, where an end that names no role agrees with the one that does. Claims on unknown entities or
 * relations are left out; the rules report them.
 */
export function resolveRelations(
  entities: ReadonlyMap<string, Entity>,
  ontology: Ontology,
): Relation[] {
  const relations = [...entities.values()].flatMap((owner) =>
    owner.relations.flatMap((claim) => direct({ claim, owner }, entities, ontology) ?? []),
  )
  return [...groupBy(relations, groupOf).values()].flatMap(byRole)
}

/** Two claims on the same ends in the same time, whatever their role; a part in an event has the event's. */
function groupOf(relation: Relation): string {
  const { type, source, target } = relation
  const when = dateOf(relation)
  return [type.id, source.id.value, target.id.value, when ? formatEdtf(when.date) : ''].join('|')
}

function direct(
  written: WrittenRelation,
  entities: ReadonlyMap<string, Entity>,
  { entityTypes, relationTypes, inverses }: Ontology,
): Relation | undefined {
  const { claim, owner } = written
  const name = claim.relation.value
  const inverted = inverses.get(name)
  const type = relationTypes.get(inverted ?? name)
  const other = entities.get(claim.target.value)
  if (type === undefined || other === undefined) return undefined
  // A role is that of the source, so a symmetric relation with one keeps the direction in which it is written.
  const isFree = type.symmetric && claim.role === undefined
  const swap = isFree ? compareText(other.id.value, owner.id.value) < 0 : inverted !== undefined
  const [source, target] = swap ? [other, owner] : [owner, other]
  const isDated = (entity: Entity): entity is DatedEntity =>
    entity.when !== undefined && entityTypes.get(entity.type.value)?.dated === true
  const events = [source, target].filter(isDated)
  return { type, source, target, events, written: [written] }
}

/** Different roles at one time are different relations; a claim without a role joins the only role there is. */
function byRole(same: readonly Relation[]): Relation[] {
  const [relation] = same
  const roles = groupBy(
    same.flatMap(({ written }) => written),
    ({ claim }) => claim.role ?? '',
  )
  const unnamed = roles.get('')
  if (unnamed && roles.size === 2) {
    for (const [role, written] of roles) if (role !== '') written.push(...unnamed)
    roles.delete('')
  }
  return [...roles.values()].map((written) => {
    const [first, ...rest] = written.sort(
      (a, b) =>
        compareText(a.claim.span.file, b.claim.span.file) ||
        a.claim.span.start - b.claim.span.start,
    )
    if (relation === undefined || first === undefined)
      throw new Error('A role always comes from a claim.')
    return { ...relation, written: [first, ...rest] }
  })
}
